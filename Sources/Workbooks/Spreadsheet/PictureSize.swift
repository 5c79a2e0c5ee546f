/// The size of a picture, read from its header.
enum PictureSize {
    /// Width and height in pixels of a PNG or JPEG; `nil` of anything else.
    static func pixels(of bytes: [UInt8]) -> (width: Int, height: Int)? {
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), bytes.count >= 24 {
            return (number(bytes[16..<20]), number(bytes[20..<24]))
        }
        guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
        var position = 2
        while position + 9 < bytes.count, bytes[position] == 0xFF {
            let marker = bytes[position + 1]
            // Start of frame: C0 … CF but for the tables C4, C8 and CC.
            if (0xC0...0xCF).contains(marker), ![0xC4, 0xC8, 0xCC].contains(marker) {
                return (number(bytes[position + 7..<position + 9]), number(bytes[position + 5..<position + 7]))
            }
            position += 2 + number(bytes[position + 2..<position + 4])
        }
        return nil
    }

    private static func number(_ bytes: ArraySlice<UInt8>) -> Int {
        bytes.reduce(0) { $0 << 8 | Int($1) }
    }
}
