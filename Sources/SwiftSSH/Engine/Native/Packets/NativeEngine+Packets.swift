extension NativeEngine {
    /// Takes in one message. Whatever has no place at this point of the connection ends it.
    /// - Parameter payload: The message, one byte or more; valid during the call.
    func receive(_ payload: UnsafeRawBufferPointer) throws(SSHError) {
        guard let number = payload.first else { return }
        // What is mostly sent is looked at first.
        if number == Message.channelData, userAuthentication.isAuthenticated {
            return try receiveChannelData(payload)
        }
        try requirePlace(number)
        switch number {
        case Message.disconnect: throw Self.farewell(Array(payload))
        case Message.ignore, Message.debug: break
        case Message.unimplemented: try receiveUnimplemented(Array(payload))
        case Message.serviceAccept...Message.extensionInformation,
            Message.userAuthenticationFailure...Message.userAuthenticationMethod.upperBound:
            try receiveUserAuthentication(Array(payload))
        case Message.keyExchangeInit...Message.keyExchangeMethod.upperBound:
            try receiveKeyExchange(Array(payload))
        case Message.channelExtendedData: try receiveChannelExtendedData(payload)
        case Message.globalRequest...Message.requestFailure: try receiveGlobalMessage(Array(payload))
        case Message.channelOpen...Message.channelFailure: try receiveChannelMessage(Array(payload))
        case Message.serviceRequest, Message.userAuthenticationRequest:
            throw Message.broken("message \(number) is only for clients to send")
        default: try refuse(number)
        }
    }

    /// Throws where a message may not come now.
    private func requirePlace(_ number: UInt8) throws(SSHError) {
        let isFirstExchange = keyExchange.algorithms == nil
        let isOfKeyExchange = (Message.keyExchangeInit...Message.keyExchangeMethod.upperBound).contains(number)
        if isOfKeyExchange || number == Message.disconnect { return }
        if isFirstExchange, keyExchange.isStrict {
            throw Message.broken(
                "message \(number) came during the first key exchange, which strict key exchange forbids")
        }
        // IGNORE, UNIMPLEMENTED and DEBUG may come at any other time.
        if number <= Message.debug { return }
        // Between a later KEXINIT and its NEWKEYS some servers (asyncssh before 2.14) go on with whatever their channels have, which the
        // old keys still protect. Nobody does before the user is in.
        let isOfConnection = Message.connectionProtocol.contains(number)
        if isFirstExchange || keyExchange.hasReceivedInit, !(isOfConnection && userAuthentication.isAuthenticated) {
            throw Message.broken("message \(number) came while keys are exchanged")
        }
        if number >= Message.globalRequest, !userAuthentication.isAuthenticated {
            throw Message.broken("message \(number) came before the user was authenticated")
        }
    }

    /// Says that a message is not known (RFC 4253, 11.4).
    private func refuse(_ number: UInt8) throws(SSHError) {
        var writer = WireWriter()
        writer.byte(Message.unimplemented)
        writer.uint32(reader.sequence &- 1)
        try send(writer.bytes)
    }

    /// The error of a server that says goodbye (RFC 4253, 11.1).
    private static func farewell(_ payload: [UInt8]) -> SSHError {
        var reader = WireReader(payload)
        _ = reader.byte()
        let reason = reader.uint32() ?? 0
        let text = reader.string().map { String(escaping: $0) }
        return SSHError(
            .socketDisconnect, "the server ended the connection (reason \(reason))", serverText: text)
    }
}
