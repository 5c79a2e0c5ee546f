/// The rank of a place, widest first: a wider level is less than a narrower one.
public enum PlaceLevel: UInt8, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case country
    /// 省, 自治区, 直辖市, 特别行政区
    case province
    /// 市, 自治州, 地区, 盟
    case prefecture
    /// 区, 县, 县级市, 旗
    case county
    /// 新区, 开发区, 园区, 示范区: an area with a name of its own that is no division
    case zone
    /// 街道, 镇, 乡
    case street
    /// 社区, 村
    case community
    /// 小区, 家园, 苑: a residential estate
    case estate

    public static func < (left: PlaceLevel, right: PlaceLevel) -> Bool {
        left.rawValue < right.rawValue
    }

    /// Whether a place of the level may lie in one of another: in a wider one, and a zone in a street too.
    func mayLie(in outer: PlaceLevel) -> Bool { outer < self || self == .zone && outer == .street }

    /// The level that a table names in its column `level`: `street` or 街道.
    init?(named name: String) {
        guard let level = PlaceLevel.named[name] else { return nil }
        self = level
    }

    /// To compare a name with each of these costs far more than to hash it.
    private static let named: [String: PlaceLevel] = [
        "country": .country, "国": .country,
        "province": .province, "省": .province, "省级": .province,
        "prefecture": .prefecture, "市": .prefecture, "地级": .prefecture,
        "county": .county, "区": .county, "县": .county, "区县": .county, "县级": .county,
        "zone": .zone, "功能区": .zone, "园区": .zone, "开发区": .zone,
        "street": .street, "街道": .street, "镇": .street, "乡": .street, "乡镇": .street, "乡级": .street,
        "community": .community, "社区": .community, "村": .community, "村级": .community,
        "estate": .estate, "小区": .estate,
    ]

    /// The level of a division code without padding, by its digits: 2 province, 4 prefecture, 6 county, 9 street,
    /// 12 community.
    init?(ofCode code: String) {
        switch code.utf8.count {
        case 2: self = .province
        case 4: self = .prefecture
        case 6: self = .county
        case 9: self = .street
        case 12: self = .community
        default: return nil
        }
    }
}
