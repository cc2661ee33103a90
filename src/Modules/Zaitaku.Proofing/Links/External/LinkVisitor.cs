using System.Net;
using System.Net.Sockets;

namespace Zaitaku.Proofing.Links.External;

/// <summary>
/// Asks other sites whether a page is there: first for its head, then, where that was not answered well, for the page, of which nothing is read but
/// its head. A name is resolved once, and the connection goes to the address that was looked at; each redirect is looked at like the first.
/// </summary>
public sealed class LinkVisitor : IDisposable
{
    private const int MaxHeaderKilobytes = 32;

    private readonly LinkSettings settings;
    private readonly HttpClient client;

    public LinkVisitor(LinkSettings settings)
    {
        this.settings = settings;
        client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(settings.TimeoutSeconds),
            MaxResponseHeadersLength = MaxHeaderKilobytes,
            // What was not asked for is not read to keep a connection alive.
            MaxResponseDrainSize = 0,
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(5),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <param name="agent">How the site names itself.</param>
    public async Task<LinkAnswer> VisitAsync(string url, string agent, CancellationToken cancel = default)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address)) return new(null, LinkFault.Malformed);
        var head = await FollowAsync(HttpMethod.Head, address, agent, cancel);
        return head.IsGood || head.Status is null && head.Fault != LinkFault.Unreachable ? head : await FollowAsync(HttpMethod.Get, address, agent, cancel);
    }

    public void Dispose() => client.Dispose();

    private async Task<LinkAnswer> FollowAsync(HttpMethod method, Uri address, string agent, CancellationToken cancel)
    {
        for (var hop = 0; hop <= settings.MaxRedirects; hop++)
        {
            if (!MayAsk(address)) return new(null, LinkFault.NotPublic);
            var (answer, next) = await AskAsync(method, address, agent, cancel);
            if (next is null) return answer;
            address = next;
        }

        return new(null, LinkFault.TooManyRedirects);
    }

    private bool MayAsk(Uri address) => address.Scheme is "http" or "https" && (address.Port is 80 or 443 || IsAllowed(address.IdnHost, address.Port));

    private bool IsAllowed(string host, int port) => settings.AllowedHosts.Contains($"{host}:{port}", StringComparer.OrdinalIgnoreCase);

    /// <returns>What was said, and where to go on asking.</returns>
    private async Task<(LinkAnswer Answer, Uri? Next)> AskAsync(HttpMethod method, Uri address, string agent, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        using var request = new HttpRequestMessage(method, address);
        request.Headers.TryAddWithoutValidation("User-Agent", agent);
        request.Headers.TryAddWithoutValidation("Accept", "*/*");
        try
        {
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, patience.Token);
            var leads = (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.Location is not null;
            return (new((int)response.StatusCode), leads ? new Uri(address, response.Headers.Location!) : null);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return (new(null, LinkFault.Timeout), null);
        }
        catch (Exception mishap) when (mishap is HttpRequestException or IOException or UriFormatException or InvalidOperationException or ArgumentException)
        {
            return (new(null, FaultOf(mishap)), null);
        }
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var written) ? [written] : await Dns.GetHostAddressesAsync(host, cancel);
        var reachable = IsAllowed(host, port) ? addresses : Array.FindAll(addresses, PublicNetwork.Holds);
        if (reachable.Length == 0) throw new NotPublicException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(reachable, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static LinkFault FaultOf(Exception mishap) => mishap switch
    {
        UriFormatException or ArgumentException => LinkFault.Malformed,
        { InnerException: NotPublicException } => LinkFault.NotPublic,
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => LinkFault.Certificate,
        { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } => LinkFault.NoSuchHost,
        _ => LinkFault.Unreachable,
    };

    private sealed class NotPublicException : IOException;
}
