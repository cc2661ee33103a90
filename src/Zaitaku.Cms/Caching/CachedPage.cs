using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Zaitaku.Cms.Text;

namespace Zaitaku.Cms.Caching;

/// <summary>A finished page: all its headers and its bytes, compressed once.</summary>
internal sealed class CachedPage
{
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly StringValues etag;
    private readonly byte[] plain;
    private readonly byte[] gzip;
    private readonly byte[] brotli;

    private readonly DateTimeOffset? until;

    /// <param name="headers">As the page left them: its own and those every response carries.</param>
    /// <param name="until">When what the page says ceases to be true; null when it holds until something is published.</param>
    public CachedPage(IHeaderDictionary headers, byte[] body, DateTimeOffset? until = null)
    {
        this.until = until;
        plain = body;
        gzip = Compress(body, stream => new GZipStream(stream, CompressionLevel.SmallestSize));
        brotli = Compress(body, stream => new BrotliStream(stream, CompressionLevel.Optimal));
        etag = $"\"{Fingerprint.Of(body)}\"";
        headers.ETag = etag;
        headers.CacheControl = "public, max-age=0, must-revalidate";
        headers.Vary = "Accept-Encoding, Cookie";
        headers.ContentLength = null;
        this.headers = [.. headers];
    }

    /// <summary>Whether the page may still be handed out at this moment.</summary>
    public bool HoldsAt(DateTimeOffset moment) => until is not { } end || moment < end;

    public long Weight => plain.Length + gzip.Length + brotli.Length + 512;

    /// <summary>Answers the request with this page, or with 304 when the visitor has it already.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        var target = response.Headers;
        foreach (var (name, value) in headers) target[name] = value;
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = Choose(context.Request.Headers.AcceptEncoding.ToString(), target);
        target.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }

    private byte[] Choose(string accepted, IHeaderDictionary target)
    {
        if (Accepts(accepted, "br"))
        {
            target.ContentEncoding = "br";
            return brotli;
        }

        if (!Accepts(accepted, "gzip")) return plain;
        target.ContentEncoding = "gzip";
        return gzip;
    }

    /// <summary>Whether the coding is named, as a whole word, and not refused with <c>q=0</c>.</summary>
    private static bool Accepts(string accepted, string coding)
    {
        foreach (var part in accepted.AsSpan().Split(','))
        {
            var named = accepted.AsSpan(part);
            var end = named.IndexOf(';');
            if (!named[..(end < 0 ? named.Length : end)].Trim().Equals(coding, StringComparison.OrdinalIgnoreCase)) continue;
            return end < 0 || !named[end..].Contains("q=0", StringComparison.OrdinalIgnoreCase) || named[end..].IndexOfAnyInRange('1', '9') >= 0;
        }

        return false;
    }

    private static byte[] Compress(byte[] body, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target)) stream.Write(body);
        return target.ToArray();
    }
}
