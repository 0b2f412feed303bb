/// The heading of a source file's section: `KeyboardInteractiveABI.swift` is about "Keyboard interactive".
func subjectTitle(ofFile path: String) -> String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".swift") { name.removeLast(".swift".count) }
    if name.hasSuffix("ABI"), name != "ABI" { name.removeLast("ABI".count) }
    var words: [String] = []
    let characters = Array(name)
    for (index, character) in characters.enumerated() {
        if character == "+" || character == "_" {
            words.append("")
            continue
        }
        let previous = index > 0 ? characters[index - 1] : nil
        let next = index + 1 < characters.count ? characters[index + 1] : nil
        // A capital begins a word after a small letter, and at the end of a run of capitals: SFTP|File.
        let startsWord =
            character.isUppercase
            && (previous?.isUppercase != true || next.map { $0.isLowercase } == true)
        if words.isEmpty || (startsWord && words.last?.isEmpty == false) {
            words.append(String(character))
        } else {
            words[words.count - 1].append(character)
        }
    }
    let spelled = words.filter { !$0.isEmpty }.enumerated().map { index, word in
        let isAcronym = word.count > 1 && word.allSatisfy { $0.isUppercase || $0.isNumber }
        return index == 0 || isAcronym ? word : word.lowercased()
    }
    return spelled.joined(separator: " ")
}
