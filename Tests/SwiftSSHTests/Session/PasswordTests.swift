import Testing

@testable import SwiftSSH

@Suite("Authentication: methods and passwords")
struct PasswordTests {
    private let fixture: Fixture

    init() throws {
        fixture = try Fixture.shared.get()
    }

    @Test("session.userauth-list: the methods that the server would take; none when the user is in")
    func list() throws {
        let connected = try ConnectedSession()
        let session = connected.session
        #expect(try Set(session.authenticationMethods(user: fixture.user)) == ["publickey", "password"])
        #expect(!session.isAuthenticated)
        try session.authenticate(user: fixture.user, password: fixture.password)
        #expect(try session.authenticationMethods(user: fixture.user) == [])
        session.close()
    }

    @Test("session.userauth-list: a server that wants no proof lets in who asks")
    func noneIsWanted() throws {
        let server = try PortServer([fixture["asyncssh_server"], "--no-auth", fixture["directory"]])
        let session = try Session.connected(to: server.port)
        #expect(try session.authenticationMethods(user: fixture.user) == [])
        #expect(session.isAuthenticated)
        #expect(try session.output(of: "echo in") == "in\n")
    }

    @Test("session.userauth-banner: what the server says before the login is there when it has said it")
    func banner() throws {
        let directory = try TemporaryDirectory()
        let path = try directory.write(Array("Only for those who may.\n".utf8), to: "banner", mode: 0o644)
        let connected = try ConnectedSession(["Banner \(path)"])
        let session = connected.session
        #expect(session.authenticationBanner == [])
        _ = try session.authenticationMethods(user: fixture.user)
        let isKept = Session.capabilities.contains(.authenticationBanner)
        #expect(session.authenticationBanner == (isKept ? Array("Only for those who may.\n".utf8) : []))
        try session.authenticate(user: fixture.user, password: fixture.password)
        #expect(session.authenticationBanner.isEmpty != isKept)
    }

    @Test("session.password-login: the right password logs in")
    func rightPassword() throws {
        let connected = try ConnectedSession()
        try connected.session.authenticate(user: fixture.user, password: fixture.password)
        #expect(connected.session.isAuthenticated)
        #expect(try connected.session.output(of: "echo in") == "in\n")
    }

    @Test(
        "session.wrong-password-is-refused: and the right one still works",
        arguments: ["wrong", "", "wrong\u{1}", String(repeating: "ä", count: 1000)])
    func wrongPassword(password: String) throws {
        let connected = try ConnectedSession()
        let error = failure(of: { try connected.session.authenticate(user: fixture.user, password: password) })
        #expect(error?.code == .authenticationFailed && error?.phase == .authenticating)
        #expect(connected.session.lastError == error)
        #expect(!connected.session.isAuthenticated)
        try connected.session.authenticate(user: fixture.user, password: fixture.password)
    }

    @Test("A user who is in is not asked again: no server would answer")
    func secondLogin() throws {
        let connected = try ConnectedSession.loggedIn()
        #expect(failure(of: { try connected.logIn() })?.code == .badUse)
        let error = failure(of: { try connected.session.authenticate(user: fixture.user, password: fixture.password) })
        #expect(error?.code == .badUse)
        #expect(try connected.session.output(of: "echo in") == "in\n")
    }

    @Test("session.wrong-password-is-refused: too many tries end the connection, and the error has the server's words")
    func tooMany() throws {
        let connected = try ConnectedSession(["MaxAuthTries 2"])
        _ = failure(of: { try connected.session.authenticate(user: fixture.user, password: "1") })
        let error = failure(of: { try connected.session.authenticate(user: fixture.user, password: "2") })
        #expect(error?.code == .socketDisconnect)
        #expect(error?.serverText?.contains("Too many authentication failures") == true)
    }

    @Test("errors.hold-no-secret: a refusal never tells the password")
    func secret() throws {
        let connected = try ConnectedSession()
        let error = try #require(
            failure(of: { try connected.session.authenticate(user: fixture.user, password: "my-very-secret") }))
        #expect(!"\(error) \(String(reflecting: error))".contains("very-secret"))
    }

    @Test("session.expired-password-is-changed: it is told from a wrong one, and changed when a new one is given")
    func expired() throws {
        let server = try PortServer([fixture["asyncssh_server"], "--expired", fixture["directory"]])
        let session = try Session.connected(to: server.port)
        let error = failure(of: { try session.authenticate(user: fixture.user, password: fixture.password) })
        #expect(error?.code == .passwordExpired && error?.serverText == "Your password has expired.")
        let wrong = failure(of: { try session.authenticate(user: fixture.user, password: "wrong", newPassword: "new") })
        #expect(wrong?.code == .authenticationFailed)
        let disliked = failure(of: {
            try session.authenticate(user: fixture.user, password: fixture.password, newPassword: fixture.password)
        })
        #expect(disliked?.code == .authenticationFailed || disliked?.code == .passwordExpired)
        let changing = try Session.connected(to: server.port)
        try changing.authenticate(user: fixture.user, password: fixture.password, newPassword: "open, sesame")
        #expect(try changing.output(of: "echo in") == "in\n")
        try session.authenticate(user: fixture.user, privateKey: fixture["client_key"])
        #expect(try session.output(of: "echo in") == "in\n")
    }

    @Test("session.partial-success: two methods that are both needed log in one after the other")
    func bothNeeded() throws {
        let connected = try ConnectedSession(["AuthenticationMethods publickey,password"])
        let first = failure(of: { try connected.logIn() })
        #expect([.authenticationFailed, .publicKeyUnverified].contains(first?.code))
        #expect(!connected.session.isAuthenticated)
        #expect(try connected.session.authenticationMethods(user: fixture.user) == ["password"])
        try connected.session.authenticate(user: fixture.user, password: fixture.password)
        #expect(connected.session.isAuthenticated)
    }

    @Test("Names and passwords that no server could take are refused before anything is sent")
    func unusable() throws {
        let connected = try ConnectedSession()
        let session = connected.session
        let long = [UInt8](repeating: 1, count: Session.longestCredential + 1)
        for error in [
            failure(of: { try session.authenticate(user: "a\0b", password: "x") }),
            failure(of: { try session.authenticate(user: String(decoding: long, as: UTF8.self), password: "x") }),
            failure(of: { try session.authenticate(user: fixture.user, password: long) }),
        ] {
            #expect(error?.code == .invalidArgument)
        }
        session.close()
    }
}
