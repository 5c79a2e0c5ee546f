import Scanning

/// What a scalar is to the scanner.
enum ScalarClass: UInt8, Sendable {
    case other
    /// 0–9 and their full-width forms
    case digit
    /// 〇 零 一 … 九 两 and the forms used on cheques
    case hanDigit
    /// 十 百 千 万 亿 兆 廿 卅
    case hanUnit
    /// 半
    case half
    /// 几 数 多 余: part of a numeral only beside one
    case vague
    /// 。 ！ ？
    case sentenceEnd
    /// ， ； ：
    case clauseEnd
    /// 、
    case pause
    case openQuote
    case closeQuote
    case openBracket
    case closeBracket
    case space
    case latin
    case mark
}

extension ScalarClass {
    /// Whether a numeral can begin with the scalar.
    @inline(__always)
    var startsNumeral: Bool { rawValue >= ScalarClass.digit.rawValue && rawValue <= ScalarClass.half.rawValue }
}

/// What the scanner does with a scalar: nothing, or whether it may begin something that is looked for in a sentence.
struct ScalarSign: Sendable {
    private let bits: UInt8

    init(_ scalarClass: ScalarClass, opensTime: Bool, isFrame: Bool, points: Bool, opensSince: Bool) {
        bits =
            (scalarClass == .other ? 0 : 0x10) | (isFrame ? 0x08 : 0) | (opensTime ? 0x20 : 0) | (points ? 0x40 : 0)
            | (opensSince ? 0x80 : 0)
    }

    /// Nothing to do: what most of a text consists of.
    static let plain = ScalarSign(.other, opensTime: false, isFrame: false, points: false, opensSince: false)

    @inline(__always) var isPlain: Bool { bits == 0 }
    /// Whether nothing but a word for a time may begin with the scalar, so that the next one tells whether any does.
    @inline(__always) var opensWord: Bool { bits == 0x20 }
    /// Whether a time expression may begin with the scalar.
    @inline(__always) var opensTime: Bool { bits & 0x20 != 0 }
    /// Whether a word that points to a place (该街道) may begin with the scalar.
    @inline(__always) var points: Bool { bits & 0x40 != 0 }
    /// Whether 以来 may begin with the scalar.
    @inline(__always) var opensSince: Bool { bits & 0x80 != 0 }
}

/// The class of every scalar of the basic plane, looked up in one step.
///
/// An object, for nearly everything that reads text holds it, and is copied.
final class ScalarClasses: Sendable {
    private let classes: [ScalarClass]
    private let signs: [ScalarSign]
    /// The words for times.
    private let times: PhraseTable

    static let shared = ScalarClasses()

    /// The scalar's class, with what may begin there.
    @inline(__always)
    func sign(_ scalar: UInt32) -> ScalarSign {
        scalar < 0x10000 ? signs[Int(scalar)] : .plain
    }

    /// Passes over scalars of three bytes that are plain, or begin no word for a time by what stands behind them: a quarter
    /// of a text's may begin one.
    @inline(__always)
    func skipPlain(_ text: Span<UInt8>, from start: Int, to end: Int) -> Int {
        var position = start
        while end - position >= 8 {
            let word = text.word(at: position)
            guard word & 0xF0 == 0xE0 else { return position }
            let scalar = (word & 0x0F) << 12 | word >> 2 & 0xFC0 | word >> 16 & 0x3F
            let sign = signs[Int(scalar)]
            if !sign.isPlain {
                guard sign.opensWord else { return position }
                let next = text.scalar(at: position + 3).value
                guard !times.mayBegin(with: UInt32(scalar), next) else { return position }
            }
            position += 3
        }
        return position
    }

    private init() {
        var classes = Array(repeating: ScalarClass.other, count: 0x10000)
        func set(_ scalars: String, _ value: ScalarClass) {
            for scalar in scalars.unicodeScalars { classes[Int(scalar.value)] = value }
        }
        set("0123456789０１２３４５６７８９", .digit)
        set("〇零一二三四五六七八九两壹贰叁肆伍陆柒捌玖", .hanDigit)
        set("十百千万亿兆廿卅拾佰仟", .hanUnit)
        set("半", .half)
        set("几数多余", .vague)
        set("。！？!?", .sentenceEnd)
        set("，；：,;:", .clauseEnd)
        set("、", .pause)
        set("“‘《「『〈〖", .openQuote)
        set("”’》」』〉〗", .closeQuote)
        set("（(【[〔｛{", .openBracket)
        set("）)】]〕｝}", .closeBracket)
        set(" \t\n\r\u{3000}\u{A0}\u{2002}\u{2003}\u{2009}\u{200B}", .space)
        set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz", .latin)
        set("ＡＢＣＤＥＦＧＨＩＪＫＬＭＮＯＰＱＲＳＴＵＶＷＸＹＺａｂｃｄｅｆｇｈｉｊｋｌｍｎｏｐｑｒｓｔｕｖｗｘｙｚ", .latin)
        set("—–-－~～·…/／+＋*＊=＝|｜•●■◆▲★☆△○◎→%％‰&@#_.．\\\"'", .mark)
        // Arrows, boxes, dingbats and other signs that web texts set before a line.
        for signs in [0x2190...0x21FF, 0x25A0...0x27BF, 0x2B00...0x2BFF, 0xFE0E...0xFE0F] {
            for scalar in signs where classes[scalar] == .other { classes[scalar] = .mark }
        }
        self.classes = classes
        // Held here, and the few scalars hashed the other way round, for there are 65,536 to go through.
        let times = TimeReader.table
        self.times = times
        var points = Array(repeating: false, count: 0x10000)
        for scalar in PlaceDiscourse.pointingScalars.scalars { points[Int(scalar)] = true }
        signs = classes.indices.map { scalar in
            let isFrame = TimeReader.isFrame(UInt32(scalar))
            return ScalarSign(
                classes[scalar],
                opensTime: classes[scalar].startsNumeral || isFrame || times.mayBegin(with: UInt32(scalar)),
                isFrame: isFrame,
                points: points[scalar],
                opensSince: UInt32(scalar).isAmong("以期"))
        }
    }

    @inline(__always)
    subscript(scalar: UInt32) -> ScalarClass {
        // Behind the basic plane stand rare ideographs, and emoji.
        scalar < 0x10000 ? classes[Int(scalar)] : (0x1F000...0x1FAFF).contains(scalar) ? .mark : .other
    }
}
