using Zaitaku.Cms.Hosting;

namespace Zaitaku.Cms.Tests.Hosting;

public class IdleMemoryTests
{
    private const long Megabyte = 1 << 20;
    private readonly IdleMemory memory = new();
    private long made;
    private long compiled;

    [Fact]
    public void A_busy_site_is_left_alone_and_gives_back_three_times_when_it_is_quiet()
    {
        Assert.Equal([false, false, false], Pauses(3, bytes: 50 * Megabyte));
        Assert.Equal([true, true, true, false, false], Pauses(5, bytes: Megabyte / 4));
    }

    [Fact]
    public void A_site_that_only_watches_itself_is_left_alone_until_it_is_worth_while()
    {
        Pauses(10, bytes: 0);
        Assert.DoesNotContain(true, Pauses(16, bytes: Megabyte));
        Assert.Equal([true, true, true, false], Pauses(4, bytes: Megabyte));
    }

    [Fact]
    public void What_the_compiler_did_counts_although_it_makes_few_bytes()
    {
        Pauses(10, bytes: 0);
        Assert.Equal([true, true, true, false], Pauses(1, bytes: 0, methods: 51).Concat(Pauses(3, bytes: 0)));
        Assert.Equal([false, false], Pauses(2, bytes: 0, methods: 25));
    }

    [Fact]
    public void A_reader_who_comes_between_makes_it_wait()
    {
        Pauses(1, bytes: 50 * Megabyte);
        Assert.Equal([true], Pauses(1, bytes: 0));
        Assert.Equal([false], Pauses(1, bytes: 3 * Megabyte));
        Assert.Equal([true, true, false], Pauses(3, bytes: 0));
    }

    private List<bool> Pauses(int count, long bytes, long methods = 0) =>
        [.. Enumerable.Range(0, count).Select(_ => memory.IsDue(made += bytes, compiled += methods))];
}
