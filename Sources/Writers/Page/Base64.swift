internal import Scanning

/// Bytes in base 64, as pages and their Content-Security-Policy write them.
enum Base64 {
    /// The SHA-256 of a text, by which a page names the one script and the one style sheet that may run in it.
    static func digest(of source: String) -> String {
        text(SHA256.digest(Array(source.utf8)))
    }

    static func text(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        var text = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(UInt32(0)) { $0 << 8 | UInt32($1) } << UInt32(8 * (3 - group.count))
            for place in 0..<4 {
                text.append(place <= group.count ? alphabet[Int(bits >> UInt32(18 - 6 * place) & 63)] : "=")
            }
        }
        return text
    }
}
