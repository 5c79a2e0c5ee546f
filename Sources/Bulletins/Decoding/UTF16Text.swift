/// UTF-16 with a byte order mark, as Windows' editor saves "Unicode".
enum UTF16Text {
    static func decode(_ bytes: [UInt8], littleEndian: Bool, path: String) throws(BulletinError) -> [UInt8] {
        func unit(at offset: Int) -> UInt16 {
            let (low, high) = littleEndian ? (bytes[offset], bytes[offset + 1]) : (bytes[offset + 1], bytes[offset])
            return UInt16(high) << 8 | UInt16(low)
        }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count * 3 / 2)
        var position = 2
        while position < bytes.count {
            guard position + 1 < bytes.count else { throw damage(path, position) }
            let first = unit(at: position)
            if first == 0 { throw BulletinError(path: path, offset: position, kind: .notText(nil)) }
            var value = UInt32(first)
            if UTF16.isLeadSurrogate(first), position + 3 < bytes.count,
                UTF16.isTrailSurrogate(unit(at: position + 2))
            {
                value = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit(at: position + 2) & 0x3FF))
                position += 2
            }
            guard let scalar = Unicode.Scalar(value) else { throw damage(path, position) }
            text.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
            position += 2
        }
        return text
    }

    private static func damage(_ path: String, _ offset: Int) -> BulletinError {
        BulletinError(path: path, offset: offset, kind: .damagedUTF16)
    }
}
