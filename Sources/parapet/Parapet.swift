@main struct Parapet { static func main() {} }
