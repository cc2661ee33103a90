using System.Globalization;
using System.Text;
using QRCoder;

namespace Zaitaku.Guides.Editions;

/// <summary>A QR code as a drawing: black squares on white, with the quiet margin that readers need (ISO/IEC 18004: four modules).</summary>
public static class QrSquare
{
    private const int Margin = 4;

    /// <summary>How many modules the drawing is wide and high, its margin included.</summary>
    public static int Size(IReadOnlyList<IReadOnlyList<bool>> modules) => modules.Count + 2 * Margin;

    /// <summary>The dark modules as the path of a drawing, one unit each.</summary>
    public static string Path(IReadOnlyList<IReadOnlyList<bool>> modules)
    {
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
        {
            for (var x = 0; x < modules.Count; x++)
            {
                if (modules[y][x]) path.Append(CultureInfo.InvariantCulture, $"M{x + Margin} {y + Margin}h1v1h-1z");
            }
        }

        return path.ToString();
    }

    /// <summary>The code's modules without a margin; true is dark. A quarter of it may be soiled (level Q).</summary>
    public static IReadOnlyList<IReadOnlyList<bool>> Modules(string address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address, QRCodeGenerator.ECCLevel.Q);
        // QRCoder's own matrix comes with its margin.
        var inner = code.ModuleMatrix.Skip(Margin).SkipLast(Margin);
        return [.. inner.Select(row => (IReadOnlyList<bool>)[.. row.Cast<bool>().Skip(Margin).SkipLast(Margin)])];
    }
}
