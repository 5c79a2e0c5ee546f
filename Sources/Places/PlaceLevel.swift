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
        switch name {
        case "country", "国": self = .country
        case "province", "省", "省级": self = .province
        case "prefecture", "市", "地级": self = .prefecture
        case "county", "区", "县", "区县", "县级": self = .county
        case "zone", "功能区", "园区", "开发区": self = .zone
        case "street", "街道", "镇", "乡", "乡镇", "乡级": self = .street
        case "community", "社区", "村", "村级": self = .community
        case "estate", "小区": self = .estate
        default: return nil
        }
    }

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
