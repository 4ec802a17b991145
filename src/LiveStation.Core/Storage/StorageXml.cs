using System.IO;
using System.Xml;

namespace LiveStation;

/// <summary>Documents of the store: read as they are, without anything that a document can ask for.</summary>
internal static class StorageXml
{
    // Keys may hold what XML forbids, and stores write it all the same.
    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreWhitespace = true,
        IgnoreComments = true,
    };

    public static XmlReader Open(Stream document) => XmlReader.Create(document, Settings);

    /// <summary>The text of the element at hand, whatever is nested in it left out; the reader stands behind it then.</summary>
    public static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            xml.Read();
            return "";
        }

        int depth = xml.Depth;
        string text = "";
        xml.Read();
        while (!(xml.NodeType == XmlNodeType.EndElement && xml.Depth == depth))
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace && xml.Depth == depth + 1)
            {
                text += xml.Value;
            }

            if (!xml.Read())
            {
                return text;
            }
        }

        xml.Read();
        return text;
    }
}
