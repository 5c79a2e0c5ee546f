import Reports

/// The page's style sheet: the office's colours, light and dark, screen, phone and paper.
enum PageStyle {
    static func sheet(_ style: Style) -> String {
        let colours = (0..<6).map { "--s\($0):#\(colour(style, $0));" }.joined()
        return ":root{--accent:#\(hex(style.accent));\(colours)}" + rules
    }

    private static func colour(_ style: Style, _ index: Int) -> String {
        style.palette.isEmpty ? hex(style.accent) : hex(style.palette[index % style.palette.count])
    }

    /// The colour where it is six hexadecimal digits, so that a template cannot smuggle in rules.
    private static func hex(_ text: String) -> String {
        text.utf8.count == 6 && text.allSatisfy { $0.isHexDigit && $0.isASCII } ? text : "1F4E79"
    }

    private static let rules = """
        :root{color-scheme:light dark;--ink:#1c1f23;--soft:#5b6470;--paper:#fff;--ground:#f4f6f8;--line:#d5dbe1;\
        --mark:#ffe58a;--markink:#1c1f23}
        .paper{display:none}
        @media screen and (prefers-color-scheme:dark){:root{--ink:#e8eaed;--soft:#a4adb8;--paper:#1e2228;--ground:#14171b;\
        --line:#3a414a;--accent:#8ab8e8;--mark:#6b5500;--markink:#fff}.chart rect,.chart .line,.chart circle,.bar{filter:brightness(1.5)}}
        *{box-sizing:border-box}
        body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 "Noto Sans CJK SC","Microsoft YaHei","PingFang SC",sans-serif}
        .skip{position:absolute;left:-99em}.skip:focus{left:1em;top:1em;background:var(--paper);padding:.5em;z-index:2}
        header,main,footer,nav{max-width:72rem;margin:0 auto;padding:0 1rem}
        header{padding-top:1.5rem}h1{margin:0;font-size:1.75rem;color:var(--accent)}header p{margin:.25rem 0;color:var(--soft)}
        header img{max-height:4rem;float:right}
        nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:.75rem 0;padding:0}
        a{color:var(--accent)}
        section{background:var(--paper);border:1px solid var(--line);border-radius:8px;margin:1rem 0;padding:1rem 1.25rem}
        h2{margin:0 0 .75rem;font-size:1.25rem;color:var(--accent)}
        .cards{display:grid;grid-template-columns:repeat(auto-fill,minmax(13rem,1fr));gap:.75rem;list-style:none;padding:0;margin:0 0 1rem}
        .cards li{border:1px solid var(--line);border-left:4px solid var(--accent);border-radius:6px;padding:.6rem .8rem}
        .cards .name{display:block;color:var(--soft);font-size:.9rem}.cards .big{font-size:1.6rem;font-weight:600;font-variant-numeric:tabular-nums}
        .cards small{display:block;color:var(--soft)}
        button{font:inherit;color:inherit}
        .trace{background:none;border:0;padding:0;cursor:pointer;text-align:inherit;text-decoration:underline dotted var(--soft);text-underline-offset:.2em}
        .findings .trace{vertical-align:top}.trace:hover{color:var(--accent)}:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
        figure{margin:1rem 0}figcaption{text-align:center;color:var(--soft)}
        .chart{display:block;width:100%;max-width:46rem;margin:0 auto;height:auto}
        .chart text{font-size:13px;fill:var(--ink)}.chart .none{fill:var(--soft)}
        .axis{stroke:var(--soft)}.grid{stroke:var(--line)}.line{fill:none;stroke-width:2.5}
        .s0{fill:var(--s0);stroke:var(--s0)}.s1{fill:var(--s1);stroke:var(--s1)}.s2{fill:var(--s2);stroke:var(--s2)}\
        .s3{fill:var(--s3);stroke:var(--s3)}.s4{fill:var(--s4);stroke:var(--s4)}.s5{fill:var(--s5);stroke:var(--s5)}.chart .line{fill:none}
        .filter{display:block;margin:.5rem 0}.filter input{font:inherit;padding:.3rem .5rem;border:1px solid var(--soft);border-radius:4px;\
        background:var(--paper);color:var(--ink);max-width:100%}
        .scroll{overflow:auto;max-height:80vh;border:1px solid var(--line)}
        table{border-collapse:collapse;width:100%;font-size:.92rem}
        caption{text-align:left;font-weight:600;padding:.5rem}caption span{float:right;font-weight:400;color:var(--soft)}
        th,td{border:1px solid var(--line);padding:.3rem .55rem;vertical-align:top}
        thead th{background:var(--ground);position:sticky;top:0;z-index:1;white-space:nowrap}
        thead tr+tr th{top:2.2em}
        tbody th{text-align:left;white-space:nowrap;font-weight:500;background:var(--paper);position:sticky;left:0}
        td.trailing{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}td.centre{text-align:center;white-space:nowrap}
        td.prose{min-width:18rem}td.day,td.code{white-space:nowrap}.none{color:var(--soft)}
        tr.total>*,tr.subtotal>*{font-weight:700;border-top:2px solid var(--soft)}tr.heading>*{background:var(--ground);font-weight:600}
        .sort{background:none;border:0;cursor:pointer;font-weight:600;padding:0}
        .sort::after{content:"↕";opacity:.5;margin-left:.25em}
        th[aria-sort=ascending] .sort::after{content:"↑";opacity:1}th[aria-sort=descending] .sort::after{content:"↓";opacity:1}
        .bar{display:block;width:100%;min-width:4rem;height:5px}.bar rect{fill:var(--s0)}
        .head{margin:.1rem 0;display:flex;justify-content:space-between;gap:1rem}.note{color:var(--soft);font-size:.9rem}
        dialog{max-width:46rem;width:calc(100% - 2rem);max-height:85vh;border:1px solid var(--line);border-radius:8px;background:var(--paper);color:var(--ink);padding:1rem 1.25rem}
        dialog::backdrop{background:#0008}dialog h2{margin-right:4rem}
        dialog .text{white-space:pre-wrap;line-height:1.9}dialog .bar-buttons{display:flex;gap:.5rem;justify-content:space-between;align-items:center}
        dialog button{padding:.3rem .8rem;border:1px solid var(--soft);border-radius:4px;background:var(--ground);cursor:pointer}
        mark{background:var(--mark);color:var(--markink)}mark strong{border-bottom:3px solid var(--accent)}
        footer{color:var(--soft);padding-bottom:2rem}
        @media (max-width:40rem){section{padding:.75rem}h1{font-size:1.4rem}.cards{grid-template-columns:1fr 1fr}.cards .big{font-size:1.25rem}\
        figure{overflow-x:auto}figcaption{position:sticky;left:0}.chart{width:30rem;max-width:none}}
        @page{size:A4;margin:15mm 15mm 18mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt sans-serif;color:#444}}
        @page across{size:A4 landscape;margin:10mm 12mm 14mm}
        @media print{:root{color-scheme:light;--ink:#000;--soft:#444;--paper:#fff;--ground:#f2f2f2;--line:#888}
        body{background:#fff;font-size:10.5pt}header,main,footer{max-width:none;padding:0}
        nav,.filter,.skip,.screen,dialog{display:none}.paper{display:block}section{border:0;padding:0}section.across{page:across;break-before:page}
        .scroll{overflow:visible;max-height:none;border:0}h2,caption,.head{break-after:avoid}.note{break-before:avoid}.short{break-inside:avoid}
        thead{display:table-header-group}thead th,tbody th{position:static;white-space:normal}tbody th{min-width:6.5em}tr,figure,.cards li,.findings li{break-inside:avoid}
        .cards{grid-template-columns:repeat(4,1fr)}.chart{max-width:15cm}.paper table{margin-bottom:1rem;break-inside:avoid}
        table{font-size:9pt;line-height:1.35}th,td{padding:.12rem .3rem}.across table{font-size:8pt;line-height:1.22}.across th,.across td{padding:.05rem .25rem}.bar{height:3px}td.prose{min-width:0}td.code,td.day{font-size:8pt}
        td:not(.trailing):not(.centre):not(.day):not(.code){overflow-wrap:anywhere}.bar{min-width:0}
        .trace,a{text-decoration:none;color:inherit}.sort::after,th[aria-sort] .sort::after{content:""}.sort{font-size:inherit;white-space:normal}}
        """
}
