/// Everything that the server's owner may set. Each setting has a flag of `attendant serve`, an environment variable and
/// a key of the configuration file; `Setting` is their table.
public struct Configuration: Sendable, Equatable {
    /// Where to listen, "HOST:PORT".
    public var listen = ["127.0.0.1:4573", "[::1]:4573"]
    /// The folder of menu files.
    public var menus = "/etc/attendant/menus"
    /// The folder of `attendant.sqlite` and of the messages.
    public var data = "/var/lib/attendant"
    /// The folder of the sounds that are made; Asterisk reads them under the same path.
    public var sounds = "/var/cache/attendant/sounds"
    /// Dial string for inside numbers.
    public var inside = "PJSIP/{number}"
    /// Dial string for outside numbers.
    public var outside = "PJSIP/{number}"
    /// The command that takes a mail on its standard input.
    public var mailcmd = "/usr/sbin/sendmail -t"
    /// The address that mail comes from; empty: the mail system's own.
    public var mailFrom = ""
    /// The folder that Asterisk takes call files from; empty: nobody is called back.
    public var spool = ""
    /// How many requests of one list are called at once by themselves; 0: none.
    public var callbacksAtOnce = 1
    /// "HOST:PORT" at which Asterisk reaches this server; empty: the first of `listen`.
    public var agiAddress = ""
    /// Our number, which those who are called back see; empty: the number that they had dialled.
    public var callerid = ""
    /// The file of the secret that webhooks are signed with; empty: they are not signed.
    public var webhookSecretFile = ""
    /// Where numbers without a country are from.
    public var country = "GB"
    /// The zone of menus that name none; empty: the machine's.
    public var timezone = ""
    /// Networks that may connect.
    public var allow = ["127.0.0.0/8", "::1/128"]
    /// The file of the secrets that Asterisk must prove to hold; empty: it need not.
    public var agiSecretFile = ""
    /// Our own numbers: nobody is called back there.
    public var ownNumbers: [String] = []
    /// The names of environment variables that menus may read as `{env.NAME}`.
    public var env: [String] = []
    /// The most calls at once.
    public var connections = 20_000
    /// The most calls at once from one address.
    public var connectionsPerPeer = 10_000
    /// After how many seconds a machine that answers nothing any more is taken for gone, and its calls for lost.
    public var peerSilence = 120
    /// How long calls may go on after a stop, in seconds.
    public var grace = 30
    /// How many requests to be called back are taken of one number in 24 hours.
    public var callbacksPerNumber = 20
    /// How many are taken in an hour, of all callers together.
    public var callbacksPerHour = 10_000
    /// How many days calls, closed requests and messages are kept; 0: for ever.
    public var keepDays = 400
    /// "HOST:PORT" at which Prometheus and monitors ask; empty: nowhere.
    public var statusListen = ""
    /// Networks that may ask there.
    public var statusAllow = ["127.0.0.0/8", "::1/128"]
    /// Whether eSpeak NG runs in a process of its own. No setting: only the program `attendant` can be started as one.
    public var isSpeechApart = false
    /// How much is logged: trace, debug, info, notice, warning, error.
    public var log = "info"
    /// What becomes of a changed menu whose call tests fail.
    public var menuTests = MenuTestRule.required
    /// Bytes of the prompt cache, in megabytes.
    public var cache = 2_048

    /// The defaults.
    public init() {}
}
