namespace Zaitaku.Search.Ranking;

/// <summary>BM25 as Robertson and Zaragoza give it (The Probabilistic Relevance Framework, 2009), with Lucene's idf, which is never negative.</summary>
public static class Bm25
{
    /// <summary>How soon further occurrences cease to count: Lucene's and FTS5's default.</summary>
    public const double K1 = 1.2;

    /// <summary>How much a long text is held against it: Lucene's and FTS5's default.</summary>
    public const double B = 0.75;

    /// <summary>An occurrence in the title counts as so many in the text (measured on JSQuAD and JaQuAD).</summary>
    public const int TitleWeight = 3;

    public static double Idf(int documents, int frequency) => Math.Log(1 + ((Math.Max(documents, frequency) - frequency + 0.5) / (frequency + 0.5)));

    public static double Score(double idf, double occurrences, double length, double averageLength) =>
        idf * occurrences * (K1 + 1) / (occurrences + K1 * (1 - B + B * length / Math.Max(1, averageLength)));
}
