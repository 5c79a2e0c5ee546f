import ArgumentParser

@main
struct Tongbao: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "tongbao", abstract: "统报: bulletins in, statistics out.")
}
