import Facts
import Testing

struct NumberTests {
    @Test(arguments: [
        ("0", 0, 0), ("-0.00", 0, 0), ("137300", 1373, 2), ("+2.50", 25, -1), ("-.5", -5, -1), ("007", 7, 0),
        ("1e3", 1, 3), ("2.5E-3", 25, -4), ("0.000001", 1, -6),
    ])
    func `plain notation is read in lowest terms`(text: String, coefficient: Int, exponent: Int) throws {
        let number = try #require(Number(text))
        #expect(number.coefficient == Int128(coefficient))
        #expect(number.exponent == exponent)
    }

    /// No digit, signs and points in wrong places, more digits or another power of ten than a number holds.
    @Test(arguments: [
        "", "-", ".", "1.2.3", "1,000", "一", "1e", "1e1.5", "--1", "1 ", "1e128", "1e-129", "1e99999999999999999999",
        String(repeating: "123456789", count: 5), "1" + String(repeating: "0", count: 40) + "1",
    ])
    func `what is no number, or is too long, is refused`(text: String) {
        #expect(Number(text) == nil)
    }

    /// A ledger and its tables keep numbers as text.
    @Test func `every number is read again from its description`() throws {
        for exponent in Number.exponents {
            for coefficient in [1, -7, 123_456_789, Int128.max / 10, 1 - Int128.max] {
                let number = Number(coefficient: coefficient, exponent: exponent)
                guard Number.exponents.contains(number.exponent) else { continue }
                #expect(Number(number.description) == number, "\(coefficient) × 10^\(exponent)")
            }
        }
    }

    @Test func `arithmetic beyond what a number holds gives nothing instead of a wrong figure`() {
        let long = Number(coefficient: Int128.max)
        let small = Number(coefficient: 1, exponent: -100)
        #expect(long.adding(Number(1)) == nil)
        #expect(long.multiplied(by: Number(3)) == nil)
        #expect(small.multiplied(by: small) == nil)
        #expect(Number(3).adding(small) == nil)
        #expect(Number(coefficient: 1, exponent: -1).adding(Number(coefficient: 2, exponent: -1)) == Number("0.3"))
        #expect(Number(-3).subtracting(Number(4)) == Number(-7))
    }

    @Test func `numbers far apart are still compared`() {
        let sizes = [
            Number("-1e100"), Number(-2), Number("-1e-100"), .zero, Number("1e-100"), Number(1), Number("1e100"),
        ]
        let numbers = sizes.compactMap(\.self)
        #expect(numbers.count == sizes.count)
        #expect(numbers.shuffled().sorted() == numbers)
    }

    @Test(arguments: [("2.5", 0, "3"), ("-2.5", 0, "-3"), ("2.449", 1, "2.4"), ("0.0005", 2, "0"), ("7", 3, "7")])
    func `rounding is half away from zero`(text: String, places: Int, rounded: String) throws {
        let number = try #require(Number(text))
        #expect(number.rounded(toPlaces: places) == Number(rounded))
    }
}

struct CalendarDateTests {
    @Test(arguments: [(2024, 2, 29), (2000, 2, 29), (1, 1, 1), (9999, 12, 31)])
    func `days of the calendar are dates, and written as they are read`(year: Int, month: Int, day: Int) throws {
        let date = try #require(CalendarDate(year: year, month: month, day: day))
        #expect((date.year, date.month, date.day) == (year, month, day))
        #expect(CalendarDate(date.description) == date)
    }

    @Test(arguments: [
        (2023, 2, 29), (1900, 2, 29), (2026, 13, 1), (2026, 0, 1), (2026, 4, 31), (0, 1, 1), (10_000, 1, 1),
    ])
    func `other days are none`(year: Int, month: Int, day: Int) {
        #expect(CalendarDate(year: year, month: month, day: day) == nil)
    }

    @Test func `a day and the number of days to it tell each other`() throws {
        let start = try #require(CalendarDate(year: 2023, month: 12, day: 31))
        for days in -800...800 {
            let date = start.advanced(byDays: days)
            #expect(date.days(since: start) == days)
            #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
        }
        #expect(CalendarDate.last(ofMonth: 0, year: 2024) == start)
        #expect(CalendarDate.first(ofMonth: 13, year: 2023) == start.advanced(byDays: 1))
    }
}
