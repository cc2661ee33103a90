using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using Zaitaku.Cms.Programs;

namespace Zaitaku.Search.Files;

/// <summary>The words of a PDF by <c>pdftotext</c> (https://poppler.freedesktop.org, Debian package <c>poppler-utils</c>), where it is installed.</summary>
internal static class PdfText
{
    private const string Program = "pdftotext";
    private const string MostPages = "60";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Whether the program is on the path.</summary>
    public static bool IsInstalled { get; } = InstalledProgram.IsOnPath(Program);

    /// <returns>The words; null when the program cannot read them, or takes too long.</returns>
    public static async Task<string?> OfAsync(Stream bytes, CancellationToken cancel)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Patience);
        var start = new ProcessStartInfo(Program) { RedirectStandardInput = true, RedirectStandardOutput = true, StandardOutputEncoding = Encoding.UTF8 };
        foreach (var argument in (string[])["-q", "-enc", "UTF-8", "-nopgbrk", "-l", MostPages, "-", "-"]) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException(Program);
        try
        {
            // Readers go first.
            process.PriorityClass = ProcessPriorityClass.BelowNormal;
            var sending = SendAsync(process, bytes, limit.Token);
            var text = await ReadAsync(process.StandardOutput, limit.Token);
            await sending;
            return text.Trim();
        }
        catch (Exception failure) when (failure is IOException or Win32Exception || failure is OperationCanceledException && !cancel.IsCancellationRequested)
        {
            return null;
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    private static async Task SendAsync(Process process, Stream bytes, CancellationToken cancel)
    {
        try
        {
            await bytes.CopyToAsync(process.StandardInput.BaseStream, cancel);
        }
        catch (IOException)
        {
            // It has read enough, or cannot read this: what it says tells.
        }
        finally
        {
            process.StandardInput.Close();
        }
    }

    private static async Task<string> ReadAsync(StreamReader said, CancellationToken cancel)
    {
        var text = new char[FileText.MaxText];
        var length = await said.ReadBlockAsync(text, cancel);
        return new string(text, 0, length);
    }
}
