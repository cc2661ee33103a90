using System.Globalization;
using System.Security.Claims;
using Zaitaku.Admin.Editing;
using Zaitaku.Cms.Content;

namespace Zaitaku.Admin.Approvals;

/// <summary>Approves several requests, each for itself with its own checks: one that is refused holds up no other.</summary>
public sealed class BulkApproval(ApprovalDesk approvals, ApprovalBook book)
{
    private const int MaxAtOnce = 50;

    /// <param name="picks">Of each request its id and the turn it was seen in, as <see cref="PickOf"/> writes them.</param>
    public async Task<BulkOutcome> ApproveAsync(ClaimsPrincipal by, IEnumerable<string> picks, CancellationToken cancel)
    {
        var (done, problems) = (0, new List<ContentProblem>());
        var chosen = picks.Distinct().Take(MaxAtOnce).Select(pick => pick.Split(':')).Where(pair => pair.Length == 2).ToList();
        if (chosen.Count == 0) return new(0, [new("", AdminText.ChooseSome)]);
        foreach (var pair in chosen)
        {
            var turn = int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
            var outcome = await approvals.ApproveAsync(by, pair[0], turn, null, overErrors: false, cancel);
            if (outcome.Refusal is not { } refusal) done++;
            else problems.Add(new("", AdminText.Refused((await book.FindAsync(pair[0], cancel))?.Title ?? pair[0], Why(refusal, outcome))));
        }

        return new(done, problems);
    }

    public static string PickOf(ApprovalRequest request) => string.Create(CultureInfo.InvariantCulture, $"{request.Id}:{request.Turn}");

    private static string Why(ApprovalRefusal refusal, ApprovalOutcome outcome) => refusal switch
    {
        ApprovalRefusal.NotThere => AdminText.NotThere,
        ApprovalRefusal.NotYours => ApprovalText.NotYours,
        _ => string.Join(' ', outcome.Problems.Select(problem => problem.Message)),
    };
}
