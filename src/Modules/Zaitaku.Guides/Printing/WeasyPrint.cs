using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Zaitaku.Cms.Programs;

namespace Zaitaku.Guides.Printing;

/// <summary>
/// The program that makes PDFs of HTML: https://weasyprint.org, Debian package <c>weasyprint</c>. It is started by <c>tagged_book.py</c>, which
/// gives the PDF better tags.
/// </summary>
internal static class WeasyPrint
{
    private const string Program = "weasyprint";

    private static readonly string Tagging = Path.Combine(AppContext.BaseDirectory, "Printing", "Tagging", "tagged_book.py");

    /// <summary>Whether the program is on the path.</summary>
    public static bool IsInstalled { get; } = InstalledProgram.IsOnPath(Program);

    /// <summary>Makes a tagged PDF (PDF/UA-1).</summary>
    /// <param name="baseUrl">What relative links in the text are relative to.</param>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was asked for; nothing was left behind.</exception>
    /// <exception cref="InvalidOperationException">The program failed or took longer than allowed; nothing was left behind.</exception>
    public static async Task MakeAsync(string html, string style, string baseUrl, string target, TimeSpan patience, CancellationToken cancel)
    {
        var styleFile = Path.ChangeExtension(target, ".css");
        await File.WriteAllTextAsync(styleFile, style, cancel);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(patience);
        var python = Python();
        string[] arguments =
            [.. python[1..], "-B", Tagging, "--quiet", "--encoding", "utf-8", "--pdf-variant", "pdf/ua-1", "--base-url", baseUrl, "--stylesheet", styleFile, "-", target];
        var start = new ProcessStartInfo(python[0], arguments) { RedirectStandardInput = true, RedirectStandardError = true, StandardInputEncoding = new UTF8Encoding(false) };
        using var process = Process.Start(start) ?? throw new InvalidOperationException(Program);
        try
        {
            // Readers go first.
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
            await process.StandardInput.WriteAsync(html.AsMemory(), limit.Token);
            process.StandardInput.Close();
            var errors = await process.StandardError.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
            if (process.ExitCode != 0) throw new InvalidOperationException($"{Program}: {errors}");
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or Win32Exception)
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
            File.Delete(target);
            cancel.ThrowIfCancellationRequested();
            throw new InvalidOperationException($"{Program}: {failure.Message}", failure);
        }
        finally
        {
            File.Delete(styleFile);
        }
    }

    /// <summary>The interpreter that the program's first line names: the one that knows WeasyPrint, wherever both were installed.</summary>
    private static string[] Python()
    {
        const string mark = "#!";
        var line = File.ReadLines(InstalledProgram.Find(Program)!).First();
        return line.StartsWith(mark, StringComparison.Ordinal) && line.Contains("python", StringComparison.Ordinal) ? line[mark.Length..].Split(' ', StringSplitOptions.RemoveEmptyEntries) : ["python3"];
    }
}

/// <summary>Tells an operator that books have no PDF here.</summary>
internal sealed class WeasyPrintCheck : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(WeasyPrint.IsInstalled ? HealthCheckResult.Healthy() : HealthCheckResult.Degraded(GuidesText.NoPdfProgram));
}
