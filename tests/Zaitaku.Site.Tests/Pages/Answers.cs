using System.Net.Sockets;
using System.Text;

namespace Zaitaku.Site.Tests.Pages;

/// <summary>An answer as it came over the wire.</summary>
internal sealed record RawAnswer(int Status, string Head, string Body)
{
    /// <summary>Sends a request line that no client library would, and reads until the server hangs up.</summary>
    public static async Task<RawAnswer> ToAsync(RunningSite site, string requestLine, params string[] headers)
    {
        var address = new Uri(site.Address);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        var lines = new[] { requestLine }.Concat(headers.Any(h => h.StartsWith("Host:", StringComparison.Ordinal)) ? headers : [.. headers, $"Host: {address.Authority}"]);
        await stream.WriteAsync(Encoding.Latin1.GetBytes(string.Join("\r\n", lines.Append("Connection: close")) + "\r\n\r\n"));
        var text = await ReadAsync(stream);
        var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        return end < 0 ? new(0, text, "") : new(int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text[..end], text[(end + 4)..]);
    }

    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        using var all = new MemoryStream();
        try
        {
            await stream.CopyToAsync(all);
        }
        catch (IOException)
        {
            // The server hung up on what it did not want to read to its end.
        }

        return Encoding.UTF8.GetString(all.ToArray());
    }
}
