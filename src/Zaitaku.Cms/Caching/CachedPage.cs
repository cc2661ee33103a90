using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Zaitaku.Cms.Caching;

/// <summary>A finished page: its own headers and its bytes, compressed once.</summary>
internal sealed class CachedPage
{
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly StringValues etag;
    private readonly byte[] plain;
    private readonly byte[] gzip;
    private readonly byte[] brotli;

    public CachedPage(IHeaderDictionary headers, byte[] body)
    {
        this.headers = [.. headers.Where(h => !h.Key.Equals(HeaderNames.ContentLength, StringComparison.OrdinalIgnoreCase))];
        plain = body;
        gzip = Compress(body, stream => new GZipStream(stream, CompressionLevel.SmallestSize));
        brotli = Compress(body, stream => new BrotliStream(stream, CompressionLevel.Optimal));
        etag = $"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"";
    }

    public long Weight => plain.Length + gzip.Length + brotli.Length + 512;

    /// <summary>Answers the request with this page, or with 304 when the visitor has it already.</summary>
    public Task WriteAsync(HttpContext context)
    {
        var response = context.Response;
        foreach (var (name, value) in headers) response.Headers[name] = value;
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "public, max-age=0, must-revalidate";
        response.Headers.Vary = "Accept-Encoding, Cookie";
        if (context.Request.Headers.IfNoneMatch == etag)
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var body = Choose(context.Request.Headers.AcceptEncoding.ToString(), response.Headers);
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.Body.WriteAsync(body).AsTask();
    }

    private byte[] Choose(string accepted, IHeaderDictionary headers)
    {
        if (accepted.Contains("br", StringComparison.OrdinalIgnoreCase))
        {
            headers.ContentEncoding = "br";
            return brotli;
        }

        if (!accepted.Contains("gzip", StringComparison.OrdinalIgnoreCase)) return plain;
        headers.ContentEncoding = "gzip";
        return gzip;
    }

    private static byte[] Compress(byte[] body, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var stream = open(target)) stream.Write(body);
        return target.ToArray();
    }
}
