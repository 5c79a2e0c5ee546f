/// F1 over the characters of two noun phrases, without marks, blanks and 的.
func likeness(_ one: String, _ other: String) -> Double {
    func counted(_ text: String) -> [Character: Int] {
        text.reduce(into: [:]) { counts, character in
            if !"“”‘’\"'「」《》（）()、，,。 　的".contains(character) { counts[character, default: 0] += 1 }
        }
    }
    let (first, second) = (counted(one), counted(other))
    let shared = first.reduce(0) { $0 + min($1.value, second[$1.key] ?? 0) }
    let total = first.values.reduce(0, +) + second.values.reduce(0, +)
    return total == 0 ? 1 : 2 * Double(shared) / Double(total)
}
