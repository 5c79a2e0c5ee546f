import Facts
import Scanning

/// Numbers to call, and times of day.
extension SettingAside {
    /// Whether the sign before a position hides digits: another one or a digit stands before it.
    private func isMask(before position: Int, _ site: NumeralSite, _ text: Span<UInt8>) -> Bool {
        let sign = text.scalarStart(before: position)
        return site.kind(text, before: sign) == .digit || site.has(.masks, text, before: sign)
    }

    /// Telephone numbers and hot lines.
    func contact(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        if site.run.hasDigit, site.run.end - site.run.start == 5, text.has("12345", at: site.run.start) {
            // 12345只接到19个投诉: no count is told so
            return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.line")
        }
        let code = site.run.end - site.run.start
        if site.run.hasDigit {
            // 0352-5550318
            let area =
                text.has("0", at: site.run.start) && code >= 3 && code <= 4
                && site.isFollowed(by: .callStrokes, text)
            let local =
                code >= 7 && code <= 8 && site.isPreceded(by: .callStrokes, text)
                && site.kind(text, before: site.run.start - 1) == .digit
            let called =
                code >= 5 && site.isPreceded(by: .callLabels, text)
            // 0351-70×××21: what a mask leaves of a number to call, against the count in 驿站×7
            let masked =
                site.quantity?.unit == nil
                && (site.isPreceded(by: .masks, text) && isMask(before: site.run.start, site, text)
                    || site.isFollowed(by: .longMasks, text))
            let coded =
                code >= 3 && site.quantity?.unit == nil && site.isPreceded(by: .codeLabels, text)
                || site.has("_", text, before: site.run.start)
            if coded || masked || area || local || called || text.has("0", at: site.run.start) && code >= 8 {
                return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.digits")
            }
        }
        guard site.run.hasDigit, let quantity = site.quantity, quantity.unit == nil else {
            if site.run.hasDigit, site.run.end - site.run.start >= 11, site.quantity == nil {
                return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.digits")
            }
            return nil
        }
        let length = site.run.end - site.run.start
        let called = site.isFollowed(by: .callServices, text)
        let dialled = site.isPreceded(by: .dialling, text)
        // 96110或110: one number to call after another
        let known =
            site.has(.hotLines, text, at: site.run.start) && length == 5
            || site.has(.emergencyLines, text, at: site.run.start) && length == 3
                // 110接报警情
                && (site.isPreceded(by: .beforeEmergencyLines, text) || site.isFollowed(by: .alarms, text))
        if known { return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.line") }
        if length >= 3, length <= 12, called || dialled && length >= 5 {
            return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.line")
        }
        // A long run of digits without a unit, or digits joined to others by a stroke, is a number to call or a code;
        // 8万多群众 is neither.
        let isOneCode = (site.run.start..<site.run.end).allSatisfy { text[$0] < 0x80 }
        if length >= 7, quantity.upper == nil, isOneCode {
            return Verdict(start: site.run.start, end: site.run.end, reason: .contact, rule: "contact.digits")
        }
        return nil
    }

    /// 四点半课堂: what is called after an hour.
    func calledAfterHour(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        guard !run.hasDigit, site.has("点", text, at: run.end),
            let word = lexicon.phrases.longestMatch(in: text, at: run.start, end: site.sentence.upperBound),
            word.length >= 12
        else { return nil }
        return Verdict(start: run.start, end: run.start + word.length, reason: .phrase, rule: "phrase.lexicon")
    }

    /// `9时30分`, `8:00`, `下午3点`: times of day.
    func clock(_ site: NumeralSite, _ text: Span<UInt8>) -> Verdict? {
        let run = site.run
        if run.hasDigit, let end = stamp(site, text) {
            return Verdict(start: run.start, end: end, reason: .date, rule: "date")
        }
        if run.hasDigit,
            site.isFollowed(by: .colons, text) || site.has(":", text, before: run.start)
                || site.has("：", text, before: run.start)
        {
            let after = run.end + (text.has(":", at: run.end) ? 1 : 3)
            let next = site.kind(text, at: after)
            let hour = (site.quantity?.value ?? Number(99)) < Number(25)
            // 0.5:100 is a ratio
            let isWhole = (site.quantity?.value.exponent ?? 0) >= 0
            if hour, isWhole, next == .digit {
                return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
            }
            // 20：00
            if site.has(":", text, before: run.start) && site.kind(text, before: run.start - 1) == .digit
                || site.has("：", text, before: run.start) && site.kind(text, before: run.start - 3) == .digit
                    && run.end - run.start == 2
                    && (site.quantity?.unit == nil
                        // 20：00档播出
                        || site.has("档", text, at: run.end))
            {
                return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
            }
        }
        if site.isFollowed(by: .hours, text), !site.isFollowed(by: .hourWords, text),
            (site.quantity?.value ?? Number(99)) < Number(25)
        {
            return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
        }
        if site.has("点", text, at: run.end), (site.quantity?.value ?? Number(99)) < Number(25),
            site.kind(text, at: run.end + 3)?.startsNumeral ?? false || site.has("零", text, at: run.start)
        {
            // 10点30分, 零点
            return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
        }
        if site.isPreceded(by: .hourRanges, text), site.isFollowed(by: .hourMarks, text) {
            return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
        }
        if site.isPreceded(by: .partsOfDay, text) || site.isPreceded(by: .beforeHours, text)
            || site.has("点就", text, at: run.end) && (site.quantity?.value ?? Number(99)) < Number(25),
            site.has("点", text, at: run.end)
        {
            return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
        }
        // 9时|30分, but 用时|38分钟
        if site.has("分", text, at: run.end), site.isPreceded(by: .hourMarks, text),
            run.start > 3, site.kind(text, before: run.start - 3)?.startsNumeral ?? false
        {
            return Verdict(start: run.start, end: run.end, reason: .time, rule: "clock")
        }
        return nil
    }

    /// 05-12 09:30: where the day ends that a time of day follows behind a blank, as a page stamps itself.
    private func stamp(_ site: NumeralSite, _ text: Span<UInt8>) -> Int? {
        let (start, limit) = (site.run.start, site.sentence.upperBound)
        func isTwoDigits(_ position: Int) -> Bool {
            position + 2 <= limit && (position..<position + 2).allSatisfy { (0x30...0x39).contains(text[$0]) }
        }
        guard isTwoDigits(start), site.has("-", text, at: start + 2), isTwoDigits(start + 3),
            site.kind(text, at: start + 5) == .space
        else { return nil }
        var position = start + 5
        while site.kind(text, at: position) == .space { position += text.scalar(at: position).length }
        return isTwoDigits(position) && site.has(":", text, at: position + 2) && isTwoDigits(position + 3)
            ? start + 5 : nil
    }
}
