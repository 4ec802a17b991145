using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;
using Xunit;

namespace LiveStation.Core.Tests.Errors;

/// <summary>Holds the catalog to docs/api/errors.csv, and its names to the approved list. The PowerShell side checks the error categories.</summary>
public sealed class ErrorCatalogTests
{
    [Fact]
    public void Every_documented_code_is_in_the_catalog_and_nothing_else()
    {
        IEnumerable<string> documented = ReadDocumentedErrors().Select(row => row.Source + " " + row.Code);
        IEnumerable<string> catalogued = ErrorCatalog.Entries.Select(info => info.Source + " " + info.Code);

        Assert.Equal(
            documented.OrderBy(text => text, StringComparer.Ordinal),
            catalogued.OrderBy(text => text, StringComparer.Ordinal));
    }

    [Fact]
    public void Each_side_has_its_own_numbers()
    {
        Assert.NotNull(ErrorCatalog.Find(ErrorSource.Gateway, 410));
        Assert.Null(ErrorCatalog.Find(ErrorSource.Service, 410));
        Assert.NotNull(ErrorCatalog.Find(ErrorSource.Service, 250100));
        Assert.Null(ErrorCatalog.Find(ErrorSource.Gateway, 250100));
        Assert.Null(ErrorCatalog.Find(1));
    }

    // What somebody does at 3 a.m. because of these words must not end a broadcast, blame the wrong key or lead nowhere.
    [Theory]
    [InlineData(250125, "Wait-LsChannel", "Stop the encoder")]
    [InlineData(250114, "once the broadcast may end", "Stop the encoder, or")]
    [InlineData(250120, "Leave -CdnType out", "GLOBAL_EDGE")]
    [InlineData(250505, "not about the API key", "Connect-LsAccount")]
    [InlineData(250300, "Get-LsQuality lists", "Invoke-LsRestMethod")]
    [InlineData(250301, "Get-LsQualitySet lists", "Invoke-LsRestMethod")]
    [InlineData(250306, "delete the set before its qualities", "move them to another quality set")]
    [InlineData(250357, "kbit/s", "send the request again")]
    [InlineData(250006, "NCP_LIVE_STATION_MANAGER", "Connect-LsAccount")]
    [InlineData(250010, "NCP_LIVE_STATION_VIEWER", "Connect-LsAccount")]
    [InlineData(250015, "NCP_LIVE_STATION_MANAGER", "Connect-LsAccount")]
    [InlineData(250017, "NCP_LIVE_STATION_MANAGER", "Connect-LsAccount")]
    [InlineData(210, "NCP_LIVE_STATION_MANAGER", "Connect-LsAccount")]
    [InlineData(230, "NCP_LIVE_STATION_VIEWER", "Connect-LsAccount")]
    [InlineData(250139, "-UseDvr", "TimemachineMin")]
    [InlineData(250107, "CdnStatus", "RUNNING")]
    [InlineData(250124, "CdnStatus", "RUNNING")]
    [InlineData(250502, "before ShouldDeleteTime", "has room")]
    [InlineData(250504, "Stop-LsRecording once it may end", "Stop the")]
    [InlineData(250100, "stood idle", "-RecordId")]
    [InlineData(250123, "stood idle", "-RecordId")]
    public void Advice_leads_somewhere_and_does_no_harm(int code, string says, string never)
    {
        ErrorInfo info = ErrorCatalog.Find(code)!;

        Assert.Contains(says, info.Recommendation, StringComparison.Ordinal);
        Assert.DoesNotContain(never, info.Recommendation, StringComparison.Ordinal);
        Assert.NotEqual(code == 250505 ? ErrorKind.Authentication : ErrorKind.Success, info.Kind);
    }

    // What the call is about is looked for where such things are listed; what else is missing, where its own row says.
    [Theory]
    [InlineData(250100, "Get-LsOther")]
    [InlineData(250123, "Get-LsOther")]
    [InlineData(250004, "Get-LsOther")]
    [InlineData(259999, "Get-LsOther")]
    [InlineData(250300, "Get-LsQuality")]
    [InlineData(250301, "Get-LsQualitySet")]
    [InlineData(250702, "Get-LsRecording")]
    public void What_is_not_found_is_looked_for_where_it_is_listed(int code, string listing)
    {
        ErrorDescription description = ErrorDescription.Of(new ErrorAnswer(code, null, null), 404, null).For("Get-LsOther", null);

        Assert.Contains(listing, description.Recommendation, StringComparison.Ordinal);
        Assert.Equal(listing == "Get-LsOther", description.Recommendation.Contains("Get-LsOther", StringComparison.Ordinal));
    }

    [Fact]
    public void Advice_overrides_what_the_catalog_says_of_another_kind_of_thing()
    {
        ErrorDescription description = ErrorDescription.Of(new ErrorAnswer(250114, null, null), 409, null)
            .For("Get-LsOther", new Dictionary<string, string> { ["ChannelNotReady"] = "Wait." });

        Assert.Equal("Wait.", description.Recommendation);
    }

    // Somebody at a prompt gives parameters; a field of JSON is of use to nobody but who writes a body.
    [Fact]
    public void Advice_speaks_of_parameters()
    {
        Assert.All(ErrorCatalog.Entries.Where(info => !info.Recommendation.Contains("body of your own", StringComparison.Ordinal)), info =>
        {
            Assert.DoesNotContain("send the request", info.Recommendation, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotMatch(@"(?<![\w.-])(?!(?:ls|https?|rtmp)\b)[a-z]+[A-Z]\w*|\b[a-z]+\.[a-z]+[A-Z]\w*", info.Recommendation);
        });
    }

    [Fact]
    public void Entries_are_ordered_by_code()
    {
        IEnumerable<int> codes = ErrorCatalog.Entries.Select(info => info.Code!.Value);

        Assert.Equal(codes.OrderBy(code => code), codes);
    }

    [Fact]
    public void Entries_cannot_be_changed()
    {
        IList<ErrorInfo> entries = Assert.IsAssignableFrom<IList<ErrorInfo>>(ErrorCatalog.Entries);

        Assert.Throws<NotSupportedException>(() => entries[0] = entries[1]);
    }

    [Fact]
    public void Retryable_is_what_the_documentation_says()
    {
        Assert.All(ReadDocumentedErrors(), row => Assert.Equal(row.Retryable, Entry(row).Retryable));
    }

    [Fact]
    public void Find_returns_every_entry_by_source_and_code()
    {
        Assert.All(ErrorCatalog.Entries, info => Assert.Same(info, ErrorCatalog.Find(info.Source, info.Code!.Value)));
    }

    // Fails on the day the number spaces meet: Find(int) then has to be thought over.
    [Fact]
    public void Find_returns_every_entry_by_code_alone()
    {
        Assert.All(ErrorCatalog.Entries, info => Assert.Same(info, ErrorCatalog.Find(info.Code!.Value)));
    }

    [Theory]
    [InlineData(ErrorSource.Service, 200)]
    [InlineData(ErrorSource.Gateway, 250100)]
    [InlineData(ErrorSource.Service, 250117)]
    [InlineData(ErrorSource.Gateway, 0)]
    public void Find_returns_nothing_for_a_code_that_the_source_does_not_document(ErrorSource source, int code)
    {
        Assert.Null(ErrorCatalog.Find(source, code));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(250117)]
    [InlineData(int.MaxValue)]
    public void Find_returns_nothing_for_an_unknown_code(int code)
    {
        Assert.Null(ErrorCatalog.Find(code));
    }

    [Theory]
    [InlineData(200, "AuthenticationFailed", ErrorKind.Authentication)]
    [InlineData(410, "ThrottleLimited", ErrorKind.Throttled)]
    [InlineData(250013, "Success", ErrorKind.Success)]
    [InlineData(250100, "ChannelNotFound", ErrorKind.NotFound)]
    [InlineData(250135, "RecordingAlreadyRunning", ErrorKind.WrongState)]
    public void Well_known_codes_have_their_name_and_kind(int code, string name, ErrorKind kind)
    {
        ErrorInfo? info = ErrorCatalog.Find(code);

        Assert.NotNull(info);
        Assert.Equal(name, info.Name);
        Assert.Equal(kind, info.Kind);
    }

    [Theory]
    [InlineData(250100, 250123)]
    [InlineData(250115, 250121)]
    [InlineData(250121, 250133)]
    [InlineData(250135, 250136)]
    [InlineData(250303, 250374)]
    [InlineData(250701, 250702)]
    public void Codes_with_one_cause_share_a_name(int one, int other)
    {
        Assert.Equal(ErrorCatalog.Find(one)?.Name, ErrorCatalog.Find(other)?.Name);
    }

    [Fact]
    public void Codes_that_share_a_name_are_of_one_kind()
    {
        Assert.All(
            ErrorCatalog.Entries.GroupBy(info => info.Name),
            shared => Assert.Single(shared.Select(info => info.Kind).Distinct()));
    }

    [Fact]
    public void Names_are_PascalCase_letters_and_digits()
    {
        Assert.All(ErrorCatalog.Entries, info => Assert.Matches("^([A-Z][a-z0-9]*)+$", info.Name));
    }

    [Fact]
    public void Meaning_is_one_sentence_of_our_own()
    {
        Dictionary<string, DocumentedError> documented = ReadDocumentedErrors().ToDictionary(row => row.Source + " " + row.Code);

        Assert.All(ErrorCatalog.Entries, info =>
        {
            AssertSentence(info.Meaning);
            Assert.DoesNotContain(". ", info.Meaning, StringComparison.Ordinal);

            string vendorText = documented[info.Source + " " + info.Code].MessageTemplate.TrimEnd('.');
            Assert.NotEqual(vendorText, info.Meaning.TrimEnd('.'), StringComparer.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void Recommendation_is_said_in_sentences()
    {
        Assert.All(ErrorCatalog.Entries, info => AssertSentence(info.Recommendation));
    }

    // Names are ErrorIds in users' scripts. Add lines for new codes; never change or remove one.
    [Fact]
    public void Names_are_the_approved_ones()
    {
        string[] approved = File.ReadAllLines(
            Path.Combine(RepositoryRoot(), "tests", "LiveStation.Core.Tests", "Errors", "error-names.approved.txt"));
        IEnumerable<string> actual = ErrorCatalog.Entries.Select(info => info.Code!.Value.ToString(CultureInfo.InvariantCulture) + " " + info.Name);

        Assert.Equal(approved, actual);
    }

    private static ErrorInfo Entry(DocumentedError row)
    {
        ErrorInfo? info = ErrorCatalog.Find(row.Source, row.Code);
        Assert.True(info != null, row.Source + " " + row.Code + " is not in the catalog.");
        return info!;
    }

    private static void AssertSentence(string text)
    {
        Assert.Matches(new Regex(@"^[A-Z].*[^\s.]\.$"), text);
        Assert.DoesNotContain("  ", text, StringComparison.Ordinal);
    }

    private static List<DocumentedError> ReadDocumentedErrors()
    {
        List<string[]> records = ReadCsv(File.ReadAllText(Path.Combine(RepositoryRoot(), "docs", "api", "errors.csv")));
        string[] header = records[0];
        int code = Array.IndexOf(header, "code");
        int messageTemplate = Array.IndexOf(header, "messageTemplate");
        int retryable = Array.IndexOf(header, "retryable");
        int source = Array.IndexOf(header, "source");

        return records.Skip(1)
            .Select(fields => new DocumentedError(
                ParseSource(fields[source]),
                int.Parse(fields[code], NumberStyles.None, CultureInfo.InvariantCulture),
                fields[messageTemplate],
                ParseRetryable(fields[retryable])))
            .ToList();
    }

    private static ErrorSource ParseSource(string text)
    {
        return text switch
        {
            "livestation" => ErrorSource.Service,
            "apigateway" => ErrorSource.Gateway,
            _ => throw new InvalidDataException("source: " + text),
        };
    }

    private static bool? ParseRetryable(string text)
    {
        return text switch
        {
            "yes" => true,
            "no" => false,
            "unknown" => null,
            _ => throw new InvalidDataException("retryable: " + text),
        };
    }

    // RFC 4180: fields in quotes may hold commas, line breaks and doubled quotes.
    private static List<string[]> ReadCsv(string text)
    {
        List<string[]> records = new();
        List<string> fields = new();
        StringBuilder field = new();
        bool quoted = false;

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (quoted)
            {
                if (c != '"')
                {
                    field.Append(c);
                }
                else if (i + 1 < text.Length && text[i + 1] == '"')
                {
                    field.Append('"');
                    i++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (c == '"')
            {
                quoted = true;
            }
            else if (c == ',')
            {
                EndField();
            }
            else if (c == '\n')
            {
                EndRecord();
            }
            else if (c != '\r')
            {
                field.Append(c);
            }
        }

        if (field.Length > 0 || fields.Count > 0)
        {
            EndRecord();
        }

        return records;

        void EndField()
        {
            fields.Add(field.ToString());
            field.Clear();
        }

        void EndRecord()
        {
            EndField();
            records.Add(fields.ToArray());
            fields.Clear();
        }
    }

    private static string RepositoryRoot()
    {
        DirectoryInfo? directory = new(AppContext.BaseDirectory);
        while (directory != null && !File.Exists(Path.Combine(directory.FullName, "LiveStation.psd1")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("LiveStation.psd1 stands in no folder above " + AppContext.BaseDirectory);
    }

    private sealed class DocumentedError
    {
        public DocumentedError(ErrorSource source, int code, string messageTemplate, bool? retryable)
        {
            Source = source;
            Code = code;
            MessageTemplate = messageTemplate;
            Retryable = retryable;
        }

        public ErrorSource Source { get; }

        public int Code { get; }

        public string MessageTemplate { get; }

        public bool? Retryable { get; }
    }
}
