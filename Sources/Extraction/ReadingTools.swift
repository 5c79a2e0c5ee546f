import Places
import Units

/// What reads every document alike.
///
/// An object, so that the tables behind it are handed from reader to reader without counting references to each of them.
final class ReadingTools: Sendable {
    let units: UnitTable
    let unitRoles: [UnitRoles]
    let lexicon: Lexicon
    let recognizer: PlaceRecognizer
    let classes = ScalarClasses.shared
    let numbers: NumberReader
    let quantities: QuantityReader
    let settingAside: SettingAside

    init(units: UnitTable, lexicon: Lexicon, gazetteer: Gazetteer) {
        self.units = units
        self.lexicon = lexicon
        unitRoles = UnitRoles.roles(in: units)
        recognizer = PlaceRecognizer(gazetteer: gazetteer)
        numbers = NumberReader(classes: classes)
        quantities = QuantityReader(numbers: numbers, units: units, classes: classes)
        settingAside = SettingAside(lexicon: lexicon)
    }
}
