internal import Scanning

/// Digests of texts: the same text gives the same digest on every machine and in every version.
public enum ContentHash {
    /// SHA-256 (FIPS 180-4) of the bytes, as 64 hexadecimal digits: what `sha256sum` prints for them.
    public static func sha256(_ bytes: [UInt8]) -> String {
        SHA256.hexadecimal(bytes)
    }

    /// SHA-256 of the text's UTF-8.
    public static func sha256(_ text: String) -> String {
        sha256(Array(text.utf8))
    }

    /// A quick digest of 64 bits (FNV-1a with a final mix), for telling texts apart, not for guarding them.
    public static func digest64(_ text: String) -> UInt64 {
        var digest: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 {
            digest = (digest ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
        digest ^= digest >> 32
        digest &*= 0xd6e8_feb8_6659_fd93
        return digest ^ (digest >> 32)
    }
}
