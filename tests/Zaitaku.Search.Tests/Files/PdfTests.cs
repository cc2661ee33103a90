using System.Text;
using Zaitaku.Cms.Media;
using Zaitaku.Search.Files;

namespace Zaitaku.Search.Tests.Files;

/// <summary>What a PDF says, whatever it says.</summary>
public sealed class PdfTests
{
    /// <summary>Reading stops after so many halves of letters, and a database takes none that stands alone.</summary>
    [Fact]
    public async Task Where_reading_stops_no_letter_is_halved()
    {
        Assert.Contains("application/pdf", FileText.ContentTypes);
        var bytes = Document("a" + string.Concat(Enumerable.Repeat("𠮷", FileText.MaxText / 2)));
        using var stream = new MemoryStream(bytes);
        var text = await FileText.OfAsync(new MediaFile { ContentType = "application/pdf", Length = bytes.Length }, stream, CancellationToken.None);
        Assert.StartsWith("a𠮷𠮷", text, StringComparison.Ordinal);
        Assert.InRange(text!.Length, FileText.MaxText - 2, FileText.MaxText);
        Assert.Equal(text, Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>One line of text in a font that is only named, its letters told by their numbers.</summary>
    private static byte[] Document(string line)
    {
        var letters = line.EnumerateRunes().Select(letter => letter.ToString()).Distinct().ToList();
        var map = string.Join(' ', letters.Select((letter, n) => $"<{n + 1:X4}> <{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(letter))}>"));
        var shown = string.Concat(line.EnumerateRunes().Select(letter => $"{letters.IndexOf(letter.ToString()) + 1:X4}"));
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 14400 100]/Resources<</Font<</F 4 0 R>>>>/Contents 7 0 R>>",
            "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[5 0 R]/ToUnicode 6 0 R>>",
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW 1000>>",
            Stream($"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def 1 begincodespacerange <0000> <FFFF> endcodespacerange {letters.Count} beginbfchar {map} endbfchar endcmap end end"),
            Stream($"BT /F 1 Tf 1 50 Td <{shown}> Tj ET"),
        ];
        return Encoding.ASCII.GetBytes("%PDF-1.4\n" + string.Concat(objects.Select((body, n) => $"{n + 1} 0 obj\n{body}\nendobj\n")) + "trailer <</Root 1 0 R>>\n");
    }

    private static string Stream(string text) => $"<</Length {text.Length}>>\nstream\n{text}\nendstream";
}
