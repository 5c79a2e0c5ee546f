internal import Bulletins
internal import Foundation
public import Reports
internal import Scanning

/// An office's own titles, colours, fonts and logo for reports in every format, from one readable table.
///
/// ```csv
/// key,value
/// 标题,{region}社区治理统计月报
/// 制表机关,平城区委社会工作部
/// 主色,8B0000
/// 徽标,logo.png
/// ```
public struct ReportTemplate: Sendable {
    /// Title of the report; `{region}` and `{month}` stand for the place and the month.
    public private(set) var title: String?
    /// Stands under the title; `{region}` and `{month}` as in the title.
    public private(set) var subtitle: String?
    /// 制表机关
    public private(set) var organisation = ""
    /// 表号
    public private(set) var formNumber = ""
    /// Title of the printed form.
    public private(set) var formTitle: String?
    /// Titles of sections by their keys (`overview`, `streets`, `form` …).
    public private(set) var sectionTitles: [String: String] = [:]
    /// Colours, fonts, logo and the line at the foot of each page.
    public private(set) var style = Style()

    /// A template that changes nothing.
    public init() {}

    /// Reads a template.
    ///
    /// - Parameter path: the table; the logo's path in it counts from the table's folder.
    /// - Throws: `ReportTemplateError` with the line and the remedy.
    public init(path: String) throws(ReportTemplateError) {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw ReportTemplateError(
                path: path, line: 0, problem: "cannot be read", remedy: "Check the path and your permission")
        }
        let text: [UInt8]
        do {
            text = try TableText.utf8([UInt8](bytes), path: path)
        } catch {
            throw ReportTemplateError(
                path: path, line: 0, problem: error.problem, remedy: "Save it as CSV, in UTF-8 or GB 18030")
        }
        let table: ReadableTable
        do {
            table = try ReadableTable(text)
        } catch {
            throw ReportTemplateError(
                path: path, line: error.line, problem: "is no readable table: \(error.kind.fault)",
                remedy: "Mend the table: \(error.kind.remedy)")
        }
        guard table.header.prefix(2) == ["key", "value"] || table.header.prefix(2) == ["项目", "内容"] else {
            throw ReportTemplateError(
                path: path, line: 1, problem: "has no columns key,value", remedy: "Let its first line be key,value")
        }
        for row in table.rows {
            let key = row.fields.first ?? ""
            let value = row.fields.dropFirst().first ?? ""
            guard let name = Self.keys[key] ?? (key.hasPrefix("section.") ? key : nil) else {
                throw ReportTemplateError(
                    path: path, line: row.line, problem: "knows no “\(key)”",
                    remedy: "Use one of " + Self.keys.keys.sorted().joined(separator: ", "))
            }
            try set(name, to: value, folder: (path as NSString).deletingLastPathComponent, path: path, line: row.line)
        }
    }

    /// The names under which a table may give each item.
    private static let keys: [String: String] = [
        "title": "title", "标题": "title", "subtitle": "subtitle", "副标题": "subtitle", "organisation": "organisation",
        "制表机关": "organisation", "form-number": "form-number", "表号": "form-number", "form-title": "form-title",
        "月报表标题": "form-title", "accent": "accent", "主色": "accent", "palette": "palette", "图表颜色": "palette",
        "heading-font": "heading-font", "标题字体": "heading-font", "body-font": "body-font", "正文字体": "body-font",
        "logo": "logo", "徽标": "logo", "footer": "footer", "页脚": "footer",
    ]

    private mutating func set(
        _ name: String, to value: String, folder: String, path: String, line: Int
    ) throws(ReportTemplateError) {
        func colour(_ text: String) throws(ReportTemplateError) -> String {
            let digits = text.hasPrefix("#") ? String(text.dropFirst()) : text
            guard digits.utf8.count == 6, digits.allSatisfy({ $0.isHexDigit && $0.isASCII }) else {
                throw ReportTemplateError(
                    path: path, line: line, problem: "“\(text)” is no colour", remedy: "Write six digits such as 1F4E79"
                )
            }
            return digits.uppercased()
        }
        switch name {
        case "title": title = value
        case "subtitle": subtitle = value
        case "organisation": organisation = value
        case "form-number": formNumber = value
        case "form-title": formTitle = value
        case "accent": style.accent = try colour(value)
        case "palette":
            var palette: [String] = []
            for part in value.split(whereSeparator: { " ,，、;；".contains($0) }) {
                palette.append(try colour(String(part)))
            }
            // Of few colours two lines of a chart would have the same one.
            if !palette.isEmpty { style.palette = palette + style.palette.filter { !palette.contains($0) } }
        case "heading-font": style.headingFont = value
        case "body-font": style.bodyFont = value
        case "footer": style.footer = value
        case "logo":
            let file = value.hasPrefix("/") || folder.isEmpty ? value : folder + "/" + value
            guard let bytes = FileManager.default.contents(atPath: file).map([UInt8].init) else {
                throw ReportTemplateError(
                    path: path, line: line, problem: "the logo “\(value)” cannot be read",
                    remedy: "Put it beside the template")
            }
            guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) || bytes.starts(with: [0xFF, 0xD8, 0xFF]) else {
                throw ReportTemplateError(
                    path: path, line: line, problem: "the logo “\(value)” is neither PNG nor JPEG",
                    remedy: "Save it as PNG")
            }
            style.logo = bytes
        default: sectionTitles[String(name.dropFirst("section.".count))] = value
        }
    }

    /// The report with the office's titles and look.
    func applied(to report: Report) -> Report {
        var report = report
        func filled(_ text: String) -> String {
            text.replacing("{region}", with: report.about.region ?? "")
                .replacing("{month}", with: report.about.subtitle ?? "")
        }
        report.style = style
        let month = report.about.subtitle
        if let title { report.about.title = filled(title) }
        if let subtitle {
            report.about.subtitle = subtitle.replacing("{month}", with: month ?? "").replacing(
                "{region}", with: report.about.region ?? "")
        }
        if !organisation.isEmpty { report.about.organisation = organisation }
        for index in report.sections.indices {
            if let title = sectionTitles[report.sections[index].key] { report.sections[index].title = filled(title) }
            guard report.sections[index].key == "form", let formTitle else { continue }
            report.sections[index].blocks = report.sections[index].blocks.map { block in
                guard case .table(var table) = block, table.layout.isForm else { return block }
                table.title = filled(formTitle)
                return .table(table)
            }
        }
        return report
    }
}

/// Why a template could not be read: the file, the line and what to do.
public struct ReportTemplateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The template, or the file that it names.
    public let path: String
    /// Number of the line, from 1; 0 where the file as a whole is meant.
    public let line: Int
    public let problem: String
    public let remedy: String

    public var description: String {
        path + (line > 0 ? ":\(line)" : "") + ": \(problem); \(remedy)"
    }
}
