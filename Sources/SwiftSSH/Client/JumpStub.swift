extension SSHClient {
    func openSocket(host: String, port: UInt16, for dependents: Dependents, _ deadline: Deadline) throws(SSHError) -> Int32 { -1 }
}
