using System.Diagnostics;
using System.Net;
using Zaitaku.Proofing.Links.External;

namespace Zaitaku.Proofing.Tests;

/// <summary>Real questions to a real server.</summary>
public sealed class LinkVisitorTests : IAsyncLifetime
{
    private const string Agent = "ZaitakuLinkCheck/1.0 (+https://zaitaku.example)";

    private OtherSite other = null!;
    private LinkVisitor visitor = null!;

    public async Task InitializeAsync()
    {
        other = await OtherSite.StartAsync();
        visitor = With(new LinkSettings { TimeoutSeconds = 2, AllowedHosts = { other.Host } });
    }

    public async Task DisposeAsync()
    {
        visitor.Dispose();
        await other.DisposeAsync();
    }

    [Theory]
    [InlineData("/ok", 200), InlineData("/moved", 200), InlineData("/no-head", 200), InlineData("/gone", 404), InlineData("/flaky", 500), InlineData("/members", 403)]
    public async Task What_the_other_site_says_last_is_heard(string path, int status)
    {
        var answer = await VisitAsync(path);
        Assert.Equal(new LinkAnswer(status), answer);
        Assert.Equal(status == 200, answer.IsGood);
        Assert.Equal(status is 404 or 500, answer.IsBad);
        Assert.Equal(Agent, other.Agent);
    }

    [Fact]
    public async Task A_good_head_is_enough_and_a_refused_one_is_asked_again()
    {
        await VisitAsync("/moved");
        Assert.Equal(["HEAD /moved", "HEAD /moved-again", "HEAD /ok"], other.Asked);
        await VisitAsync("/no-head");
        Assert.Equal(["HEAD /no-head", "GET /no-head"], other.Asked.Skip(3));
    }

    [Theory]
    [InlineData("/loop", LinkFault.TooManyRedirects), InlineData("/slow", LinkFault.Timeout), InlineData("/to-metadata", LinkFault.NotPublic), InlineData("/to-loopback", LinkFault.NotPublic)]
    [InlineData("/to-other-port", LinkFault.NotPublic), InlineData("/to-file", LinkFault.NotPublic)]
    public async Task What_leads_nowhere_or_inside_is_given_up(string path, LinkFault fault)
    {
        var watch = Stopwatch.StartNew();
        var answer = await VisitAsync(path);
        Assert.Equal(new LinkAnswer(null, fault), answer);
        Assert.True(answer.IsBad);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task An_endless_page_is_not_read()
    {
        Assert.Equal(new LinkAnswer(200), await VisitAsync("/endless"));
        await Task.Delay(500);
        var poured = other.Poured;
        await Task.Delay(500);
        Assert.Equal(poured, other.Poured);
        // What fits into the buffers between the two.
        Assert.InRange(poured, 0, 16 * 1024 * 1024);
    }

    /// <summary>The same server without leave: the address is what it is, however it is written.</summary>
    [Theory]
    [InlineData("127.0.0.1"), InlineData("localhost"), InlineData("[::1]"), InlineData("[::ffff:127.0.0.1]"), InlineData("2130706433"), InlineData("0x7f.1"), InlineData("0.0.0.0")]
    public async Task Nothing_inside_is_reached_without_leave(string host)
    {
        using var strict = new LinkVisitor(new LinkSettings { TimeoutSeconds = 5 });
        var port = new Uri(other.Address).Port;
        Assert.Equal(LinkFault.NotPublic, (await strict.VisitAsync($"http://{host}/ok", Agent)).Fault);
        Assert.Equal(LinkFault.NotPublic, (await strict.VisitAsync($"http://{host}:{port}/ok", Agent)).Fault);
        Assert.Empty(other.Asked);
    }

    [Theory]
    [InlineData("10.1.2.3"), InlineData("172.16.0.1"), InlineData("172.31.255.255"), InlineData("192.168.1.1"), InlineData("169.254.169.254"), InlineData("100.64.0.1"), InlineData("127.8.8.8")]
    [InlineData("0.0.0.0"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("::"), InlineData("::1"), InlineData("fe80::1"), InlineData("fc00::1"), InlineData("fd12::1")]
    [InlineData("ff02::1"), InlineData("::ffff:10.0.0.1"), InlineData("64:ff9b::a00:1"), InlineData("2002:a00:1::1"), InlineData("2001:db8::1"), InlineData("2001::1")]
    public void Addresses_that_are_not_the_public_nets_are_known(string address) => Assert.False(PublicNetwork.Holds(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1"), InlineData("172.15.0.1"), InlineData("172.32.0.1"), InlineData("203.0.114.1"), InlineData("2606:4700::1111"), InlineData("2400:4000::1"), InlineData("::ffff:8.8.8.8")]
    public void Addresses_of_the_public_net_are_asked(string address) => Assert.True(PublicNetwork.Holds(IPAddress.Parse(address)));

    [Fact]
    public async Task A_host_that_is_not_there_and_nonsense_are_told_apart()
    {
        Assert.Equal(LinkFault.NoSuchHost, (await visitor.VisitAsync("http://no-such-host.invalid/", Agent)).Fault);
        Assert.Equal(LinkFault.Malformed, (await visitor.VisitAsync("http://", Agent)).Fault);
    }

    private static LinkVisitor With(LinkSettings settings) => new(settings);

    private Task<LinkAnswer> VisitAsync(string path) => visitor.VisitAsync(other.Url(path), Agent);
}
