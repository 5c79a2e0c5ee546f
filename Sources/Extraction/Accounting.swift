public import Bulletins
public import Facts
import Scanning

/// Checks what Tongbao promises of every document: each numeral of its text lies in exactly one record, and each record
/// stands where it says.
///
///     let extraction = extractor.extract(document)
///     Accounting.faults(of: extraction, in: document)  // [], whatever the document says
public enum Accounting {
    /// A promise that was not kept, and where.
    public struct Fault: Sendable, Hashable {
        /// What is wrong.
        public enum Kind: String, Sendable, Hashable {
            /// A numeral that no record holds.
            case missing
            /// A numeral that several records hold.
            case twice
            /// A record that is empty or reaches outside the text.
            case outside
            /// A record whose text is not what stands at its place.
            case misquoted
        }

        public let kind: Kind
        /// In Unicode scalars of the document's source.
        public let range: SourceRange
    }

    /// The promises that are not kept; empty where all is well. Takes time linear in the length of the document.
    public static func faults(of extraction: Extraction, in document: Document) -> [Fault] {
        let source = document.source.span
        var starts: [Int] = []
        var position = 0
        while position < source.count {
            starts.append(position)
            position += source.scalar(at: position).length
        }
        let end = starts.count
        starts.append(source.count)
        var faults: [Fault] = []
        var holders = [UInt8](repeating: 0, count: end)
        func take(_ range: SourceRange, _ text: String) {
            guard range.start >= 0, range.start < range.end, range.end <= end else {
                faults.append(Fault(kind: .outside, range: range))
                return
            }
            if text != source.string(starts[range.start]..<starts[range.end]) {
                faults.append(Fault(kind: .misquoted, range: range))
            }
            for scalar in range.start..<range.end where holders[scalar] < 2 { holders[scalar] += 1 }
        }
        for fact in extraction.facts { take(fact.range, fact.text) }
        for record in extraction.setAside { take(record.range, record.text) }

        var cursor = ScalarCursor()
        func look(at offset: Int) {
            let scalar = cursor.scalarOffset(of: offset, in: source)
            guard scalar < end, holders[scalar] != 1 else { return }
            let range = SourceRange(start: scalar, end: scalar + 1)
            faults.append(Fault(kind: holders[scalar] == 0 ? .missing : .twice, range: range))
        }
        let classes = ScalarClasses.shared
        let text = document.text.span
        var map = document.sourceCursor
        position = 0
        while position < text.count {
            let (scalar, length) = text.scalar(at: position)
            if classes[scalar].startsNumeral { look(at: map.offset(of: position)) }
            position += length
        }
        for removed in document.removed {
            position = removed.lowerBound
            while position < removed.upperBound {
                let (scalar, length) = source.scalar(at: position)
                if classes[scalar].startsNumeral { look(at: position) }
                position += length
            }
        }
        return faults
    }
}
