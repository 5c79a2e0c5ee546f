import ArgumentParser

@main
struct Tongbao: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tongbao",
        abstract: "统报: bulletins in, statistics out.",
        discussion: """
            Reads Chinese bulletins about streets and communities, takes every figure out of them with its sentence, and makes
            statistics of them.

            Exit status: 0 done, 1 some input could not be read (the rest is done, and said), 2 wrong usage.
            """,
        version: version,
        subcommands: [MakeReport.self, Extract.self, Explain.self, ShowIndicators.self, ShowPlaces.self]
    )

    static let version = "0.1.0"
}
