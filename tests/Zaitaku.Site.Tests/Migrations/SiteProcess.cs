using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Zaitaku.Site.Tests.Architecture;
using Zaitaku.Testing;

namespace Zaitaku.Site.Tests.Migrations;

/// <summary>The site as a process of its own, as <c>dotnet ZaitakuSite.dll</c> runs it.</summary>
internal sealed class SiteProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly TaskCompletionSource<string> address = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SiteProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The site ended: " + said));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static SiteProcess Start(Engine engine, string connection, string folder, string environment = "Production") =>
        new(Call(engine, connection, folder, environment));

    /// <summary>Gives a command and waits for its end.</summary>
    /// <returns>The exit code and all it said.</returns>
    public static async Task<(int Code, string Said)> RunAsync(Engine engine, string connection, string folder, params string[] words)
    {
        using var command = new SiteProcess(Call(engine, connection, folder, "Production", words));
        await command.process.WaitForExitAsync().WaitAsync(Patience);
        lock (command.said) return (command.process.ExitCode, command.said.ToString());
    }

    private static ProcessStartInfo Call(Engine engine, string connection, string folder, string environment, params string[] words)
    {
        var build = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        var program = Path.Combine(Sources.Root, "src", "ZaitakuSite", "bin", build, "net10.0");
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [Path.Combine(program, "ZaitakuSite.dll"), .. words])
        {
            WorkingDirectory = program,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["Zaitaku__DataPath"] = folder;
        start.Environment["Database__Provider"] = engine.ToString();
        start.Environment["Database__ConnectionString"] = connection;
        start.Environment["Printing__Enabled"] = "false";
        start.Environment["Links__CheckNightly"] = "false";
        return start;
    }

    /// <summary>Where it answers, once it does.</summary>
    public Task<string> AddressAsync() => address.Task.WaitAsync(Patience);

    /// <summary>Ends it as <c>kill -9</c> does: not one more of its instructions is run.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (said) said.AppendLine(line);
        if (Regex.Match(line, @"http://127\.0\.0\.1:\d+") is { Success: true } found) address.TrySetResult(found.Value);
    }
}
