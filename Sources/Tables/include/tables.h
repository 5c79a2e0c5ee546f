#ifndef TONGBAO_TABLES_H
#define TONGBAO_TABLES_H
#include <stddef.h>

/// One readable table of the toolkit, as the bytes of its file.
struct tongbao_table {
    const unsigned char *bytes;
    size_t count;
};

/// Measure words and units.
extern const struct tongbao_table tongbao_units;

/// Words of Chinese with class and cost.
extern const struct tongbao_table tongbao_lexicon;
/// Words of today's bulletins which the lexicon lacks or classes otherwise.
extern const struct tongbao_table tongbao_vocabulary;
/// Words of grammar: corrections of the lexicon, and the part that a word plays.
extern const struct tongbao_table tongbao_words;

/// The catalogue of indicators.
extern const struct tongbao_table tongbao_indicators;

/// Words that say nothing about what is counted.
extern const struct tongbao_table tongbao_wording;
/// Characters that PDF programs write in place of others that look alike.
extern const struct tongbao_table tongbao_compatibility;

/// Words by which the parts of a newspaper page give themselves away.
extern const struct tongbao_table tongbao_layout;

/// Places: provinces, prefectures, counties, streets.
extern const struct tongbao_table tongbao_places;

/// Towns, townships and streets of China, by their names alone.
extern const struct tongbao_table tongbao_towns;

/// Places abroad: countries, states, cities.
extern const struct tongbao_table tongbao_foreign_places;

/// Words that end, begin or deny the name of a place.
extern const struct tongbao_table tongbao_place_words;

/// Frequent words that are part of no place name.
extern const struct tongbao_table tongbao_place_boundaries;

/// What makes a reading more or less likely to be right, in points.
extern const struct tongbao_table tongbao_confidence;

/// Feasts, memorial days, solar terms and holidays with their days.
extern const struct tongbao_table tongbao_festivals;
#endif
