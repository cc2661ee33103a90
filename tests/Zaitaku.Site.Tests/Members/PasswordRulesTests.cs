using System.Buffers.Binary;
using Microsoft.EntityFrameworkCore;
using Zaitaku.Members;
using Zaitaku.Members.Passwords;
using Zaitaku.Members.Users;

namespace Zaitaku.Site.Tests.Members;

/// <summary>Which passwords are taken. One site for all of them: they only read it.</summary>
[Collection(SampleSiteTests.Name)]
public sealed class PasswordRulesTests(SampleSite sample)
{
    [Theory]
    [InlineData("1234567", MembersText.PasswordShort), InlineData("桜桜桜桜桜桜桜", MembersText.PasswordShort), InlineData("password", MembersText.PasswordCommon),
     InlineData("PassWord1!", MembersText.PasswordCommon), InlineData("qwertyuiop", MembersText.PasswordCommon), InlineData("aaaaaaaaaa", MembersText.PasswordCommon),
     InlineData("himawari2026", MembersText.PasswordCommon), InlineData("19801231", MembersText.PasswordCommon), InlineData("zaitakukaigo", MembersText.PasswordGuessable),
     InlineData("在宅医療センター", MembersText.PasswordGuessable), InlineData("tanaka-hanako1", MembersText.PasswordGuessable), InlineData("", MembersText.NewPasswordMissing),
     InlineData("abcd efgh ijkl mnop qrst", null), InlineData("月がきれいですね今夜も", null), InlineData("zaitaku no hon wo yonde neru", null)]
    public async Task A_password_is_long_enough_and_not_tried_first(string password, string? problem)
    {
        await using var scope = sample.Site.Services.CreateAsyncScope();
        var user = new User { EmailKey = "tanaka.hanako@sakura.example", UserName = "田中 花子" };
        Assert.Equal(problem, await scope.ServiceProvider.GetRequiredService<PasswordRules>().ProblemAsync(password, user));
    }

    [Fact]
    public async Task A_kept_password_is_slow_to_guess()
    {
        var hash = Convert.FromBase64String((await SessionTests.ReadAsync(sample.Site, db => db.Set<User>().Select(u => u.PasswordHash).FirstAsync()))!);
        Assert.Equal(1, hash[0]);
        Assert.Equal(2, BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(1)));
        Assert.True(BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(5)) >= 210_000);
    }
}
