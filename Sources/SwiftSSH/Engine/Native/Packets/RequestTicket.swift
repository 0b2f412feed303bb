/// A message that waits for its answer; answers come in the order of the requests (RFC 4254, 4 and 5.4).
class RequestTicket {
    /// The packet that it went in; nil until it is sent.
    var packet: PacketNumber?
    /// Whether the peer agreed; nil until it has answered.
    var answer: Bool?
    /// Whether the peer did not even know the message (RFC 4253, 11.4), which counts as a refusal.
    private(set) var isUnknown = false

    /// The peer does not know the message.
    func refuseAsUnknown() {
        isUnknown = true
        answer = false
    }

    /// What a refusal's message ends with.
    var reason: String { isUnknown ? ": it does not know the message" : "" }
}

/// The number of a packet that was sent. Under strict key exchange numbers begin anew with new keys.
struct PacketNumber: Equatable {
    /// How often they have begun anew.
    var generation = 0
    var sequence: UInt32 = 0
}

extension NativeEngine {
    /// Takes in SSH_MSG_UNIMPLEMENTED: what waited for an answer to that packet will have no other.
    func receiveUnimplemented(_ payload: [UInt8]) throws(SSHError) {
        var reader = WireReader(payload.dropFirst())
        guard let sequence = reader.uint32() else { throw Message.malformed(Message.unimplemented) }
        let packet = PacketNumber(generation: writer.number.generation, sequence: sequence)
        if userAuthentication.serviceRequest.packet == packet, userAuthentication.service == .requested {
            throw Message.broken("it does not know the request for the authentication service")
        }
        if userAuthentication.refuseAsUnknown(packet) || globalRequests.refuseAsUnknown(packet) { return }
        guard let state = channels.first(where: { $0.awaitsAnswer(to: packet) }) else { return }
        state.refuseAsUnknown(packet)
        if case .refused = state.opening { channels.remove(state) }
    }
}
