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
        subcommands: [
            MakeReport.self, Extract.self, Explain.self, LedgerCommand.self, Compare.self, FollowTrend.self,
            IndicatorsCommand.self, ShowPlaces.self,
        ]
    )

    static let version = "0.1.0"

    /// Runs the command that the arguments name; wrong usage ends with status 2 rather than the library's 64.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            Terminal.message(fullMessage(for: error))
            exit(withError: Terminal.usage)
        }
    }
}
