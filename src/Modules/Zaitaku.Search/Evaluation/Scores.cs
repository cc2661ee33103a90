using System.Globalization;

namespace Zaitaku.Search.Evaluation;

/// <summary>
/// How well a set of queries was answered. MRR@10 is the mean of 1/rank of the first right document among the first ten, or 0; R@1 and R@10 are
/// the shares of queries whose right document stands first, or among the first ten; p50 and p99 are milliseconds a query took.
/// </summary>
public sealed record Scores(int Queries, double Mrr10, double R1, double R10, double P50, double P99)
{
    public static Scores Of(IReadOnlyList<(int Rank, double Milliseconds)> answers)
    {
        var times = answers.Select(answer => answer.Milliseconds).Order().ToList();
        double Share(Func<int, double> worth) => answers.Count == 0 ? 0 : answers.Average(answer => answer.Rank is >= 1 and <= 10 ? worth(answer.Rank) : 0);
        double Percentile(double part) => times.Count == 0 ? 0 : times[Math.Min(times.Count - 1, (int)(part * times.Count))];
        return new Scores(answers.Count, Share(rank => 1.0 / rank), Share(rank => rank == 1 ? 1 : 0), Share(_ => 1), Percentile(0.5), Percentile(0.99));
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"n={Queries} MRR@10={Mrr10:0.0000} R@1={R1:0.0000} R@10={R10:0.0000} p50={P50:0.00}ms p99={P99:0.00}ms");
}
