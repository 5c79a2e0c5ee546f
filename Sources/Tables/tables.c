#include "tables.h"

// One line pair a table: the file's bytes, and their address and length under the table's name.
#define TABLE(name) const struct tongbao_table tongbao_##name = {name##_bytes, sizeof name##_bytes}

static const unsigned char units_bytes[] = {
#embed "units.csv"
};
TABLE(units);

static const unsigned char lexicon_bytes[] = {
#embed "lexicon.csv"
};
TABLE(lexicon);

static const unsigned char vocabulary_bytes[] = {
#embed "vocabulary.csv"
};
TABLE(vocabulary);

static const unsigned char words_bytes[] = {
#embed "words.csv"
};
TABLE(words);

static const unsigned char indicators_bytes[] = {
#embed "indicators.csv"
};
TABLE(indicators);

static const unsigned char wording_bytes[] = {
#embed "wording.csv"
};
TABLE(wording);
static const unsigned char compatibility_bytes[] = {
#embed "compatibility.csv"
};
TABLE(compatibility);

static const unsigned char layout_bytes[] = {
#embed "layout.csv"
};
TABLE(layout);

static const unsigned char foreign_places_bytes[] = {
#embed "foreign-places.csv"
};
TABLE(foreign_places);

static const unsigned char places_bytes[] = {
#embed "places.csv"
};
TABLE(places);

static const unsigned char towns_bytes[] = {
#embed "towns.csv"
};
TABLE(towns);

static const unsigned char place_words_bytes[] = {
#embed "place-words.csv"
};
TABLE(place_words);

static const unsigned char place_boundaries_bytes[] = {
#embed "place-boundaries.csv"
};
TABLE(place_boundaries);

static const unsigned char confidence_bytes[] = {
#embed "confidence.csv"
};
TABLE(confidence);

static const unsigned char festivals_bytes[] = {
#embed "festivals.csv"
};
TABLE(festivals);
