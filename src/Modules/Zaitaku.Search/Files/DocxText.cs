using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Zaitaku.Search.Files;

/// <summary>The words of a Word document's body (ECMA-376, WordprocessingML), read as far as they are needed.</summary>
public static class DocxText
{
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";
    private const string Body = "word/document.xml";

    /// <summary>A document of a thousand pages is smaller, in characters of XML: what unpacks to more is a bomb.</summary>
    private const long MaxXml = 16_000_000;

    /// <returns>A line for each paragraph; null when this is no Word document.</returns>
    public static async Task<string?> OfAsync(Stream bytes, CancellationToken cancel)
    {
        try
        {
            // Unpacking and parsing work on what is in memory.
            using var buffer = new MemoryStream();
            await bytes.CopyToAsync(buffer, cancel);
            using var zip = new ZipArchive(buffer, ZipArchiveMode.Read);
            if (zip.GetEntry(Body) is not { } entry) return null;
            await using var body = await entry.OpenAsync(cancel);
            using var xml = XmlReader.Create(body, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MaxXml, Async = true });
            return await TextAsync(xml, cancel);
        }
        catch (Exception odd) when (odd is InvalidDataException or XmlException or NotSupportedException or IOException)
        {
            return null;
        }
    }

    private static async Task<string> TextAsync(XmlReader xml, CancellationToken cancel)
    {
        var text = new StringBuilder();
        while (text.Length < FileText.MaxText && await xml.ReadAsync())
        {
            cancel.ThrowIfCancellationRequested();
            // A text box is there twice: for programs that know it, and for others.
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Fallback", NamespaceURI: Compatibility }) await xml.SkipAsync();
            while (xml is { NodeType: XmlNodeType.Element, LocalName: "t", NamespaceURI: Word }) text.Append(await xml.ReadElementContentAsStringAsync());
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "tab" or "br", NamespaceURI: Word }) text.Append(' ');
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "p", NamespaceURI: Word }) text.Append('\n');
        }

        return text.ToString().Trim();
    }
}
