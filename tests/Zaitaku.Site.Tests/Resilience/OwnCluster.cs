using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Zaitaku.Site.Tests.Resilience;

/// <summary>A PostgreSQL server of one test, which may stop and start it. The server refuses to run as root.</summary>
internal sealed class OwnCluster : IDisposable
{
    private const string Root = "/usr/lib/postgresql";

    private readonly string folder = Directory.CreateTempSubdirectory("zaitaku-cluster-").FullName;
    private readonly int port = FreePort();

    public OwnCluster()
    {
        if (IsRoot) Run("chown", ["postgres", folder]);
        RunAsServer("initdb", ["--auth=trust", "--username=postgres", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--pgdata=" + Data]);
        Start();
    }

    /// <summary>Where the newest server's programs lie; null where there is none.</summary>
    public static string? Programs => Directory.Exists(Root) && Directory.GetDirectories(Root).OrderByDescending(name => int.TryParse(Path.GetFileName(name), out var version) ? version : 0).FirstOrDefault() is { } newest
        ? Path.Combine(newest, "bin") : null;

    public string ConnectionString => $"Host=127.0.0.1;Port={port};Username=postgres;Database=postgres";

    private static bool IsRoot => Environment.UserName == "root";

    private string Data => Path.Combine(folder, "data");

    public void Start() => RunAsServer("pg_ctl", ["--pgdata=" + Data, "--wait", "--silent", "--log=" + Path.Combine(folder, "log"), "start",
        "--options=" + $"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder}"]);

    /// <summary>As when the machine's power fails: no connection is told.</summary>
    public void Stop() => RunAsServer("pg_ctl", ["--pgdata=" + Data, "--wait", "--silent", "--mode=immediate", "stop"]);

    public void Dispose()
    {
        if (File.Exists(Path.Combine(Data, "postmaster.pid"))) Stop();
        Directory.Delete(folder, recursive: true);
    }

    internal static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private void RunAsServer(string program, IEnumerable<string> words)
    {
        var path = Path.Combine(Programs!, program);
        if (IsRoot) Run("runuser", ["--user", "postgres", "--", path, .. words]);
        else Run(path, words);
    }

    private void Run(string program, IEnumerable<string> words)
    {
        using var process = Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = folder, RedirectStandardOutput = program == "chown" })!;
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', words)}: {process.ExitCode}");
    }
}

/// <summary>A test that needs PostgreSQL's own programs.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OwnClusterFactAttribute : FactAttribute
{
    public OwnClusterFactAttribute() => Skip = OwnCluster.Programs is null ? "PostgreSQL is not installed." : null;
}
