using System.Diagnostics;
using System.Text.Json;
using Zaitaku.Site.Tests.Architecture;
using Zaitaku.Site.Tests.Resilience;

namespace Zaitaku.Site.Tests.Mails;

/// <summary>A mail as a mail program reads it.</summary>
internal sealed record SunkMail(
    string To, string From, string[] Receivers, string Subject, string RawSubject, string Id, string AutoSubmitted, string Date, string Body, string[] Headers, bool Ascii, int LongestLine);

/// <summary>A real mail server (Python's aiosmtpd), which keeps what it takes, and refuses when it is told to.</summary>
internal sealed class MailSink : IDisposable
{
    private const string Python = "/usr/bin/python3";

    private readonly string folder = Directory.CreateTempSubdirectory("zaitaku-mail-").FullName;
    private readonly int port = OwnCluster.FreePort();
    private readonly Process process;

    public MailSink()
    {
        var script = Path.Combine(Sources.Root, "tests", "Zaitaku.Site.Tests", "Mails", "smtp_sink.py");
        process = Process.Start(new ProcessStartInfo(Python, [script, port.ToString(System.Globalization.CultureInfo.InvariantCulture), folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        if (process.StandardOutput.ReadLine() != "ready") throw new InvalidOperationException("The mail server did not start. It needs the package python3-aiosmtpd.");
    }

    /// <summary>What the site needs to send its mails here.</summary>
    public IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>
    {
        ["Mail:Host"] = "127.0.0.1",
        ["Mail:Port"] = port.ToString(System.Globalization.CultureInfo.InvariantCulture),
        ["Mail:Tls"] = "false",
        ["Mail:From"] = "center@sakura.example",
        ["Mail:LookAgain"] = "00:00:00.2",
        ["Zaitaku:BaseUrl"] = "https://zaitaku.example",
    };

    public static bool IsInstalled
    {
        get
        {
            if (!File.Exists(Python)) return false;
            using var asked = Process.Start(new ProcessStartInfo(Python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
            asked.WaitForExit();
            return asked.ExitCode == 0;
        }
    }

    /// <summary>From now on every mail gets this answer; null: it is taken.</summary>
    public void Answer(string? answer)
    {
        if (answer is null) File.Delete(Path.Combine(folder, "answer"));
        else File.WriteAllText(Path.Combine(folder, "answer"), answer);
    }

    /// <summary>The mails taken, once there are so many, and a moment longer in case there are more.</summary>
    public async Task<IReadOnlyList<SunkMail>> MailsAsync(int count)
    {
        for (var waited = 0; waited < 300 && Files().Length < count; waited++) await Task.Delay(100);
        await Task.Delay(700);
        return [.. Files().Select(file => JsonSerializer.Deserialize<SunkMail>(File.ReadAllText(file), JsonSerializerOptions.Web)!)];
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string[] Files() => Directory.GetFiles(folder, "*.json");
}

/// <summary>A test that needs a mail server.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class MailFactAttribute : FactAttribute
{
    public MailFactAttribute() => Skip = MailSink.IsInstalled ? null : "python3-aiosmtpd is not installed.";
}
