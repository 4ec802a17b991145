using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace LiveStation.PowerShell.Tests.Screen;

/// <summary>A terminal that understands what the module sends, and nothing else: what it is sent stands on its screen, in cells.</summary>
internal sealed partial class SmallTerminal : ITerminal
{
    private const string Filled = "";

    private readonly object _gate = new();
    private readonly Queue<char> _keys = new();
    private (int Width, int Height) _size;
    private string[,] _cells;
    private (int Row, int Column) _cursor;

    public SmallTerminal(int width = 80, int height = 24, bool isColoured = true)
    {
        _size = (width, height);
        IsColoured = isColoured;
        _cells = Blank(_size);
    }

    public (int Width, int Height) Size
    {
        get
        {
            lock (_gate)
            {
                return _size;
            }
        }
    }

    public bool IsColoured { get; }

    /// <summary>Whether the screen is the one that goes away at the end.</summary>
    public bool IsAlternate { get; private set; }

    public bool IsCursorShown { get; private set; } = true;

    public bool BreaksLines { get; private set; } = true;

    /// <summary>Each piece as it was sent.</summary>
    public List<string> Sent { get; } = [];

    /// <summary>Told after something was sent.</summary>
    public Action Written { get; set; } = static () => { };

    /// <summary>What stands there, a line each, without the room at their ends.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            lock (_gate)
            {
                return [.. Enumerable.Range(0, _size.Height).Select(row => string.Concat(Enumerable.Range(0, _size.Width).Select(column => _cells[row, column])).TrimEnd())];
            }
        }
    }

    public string Text => string.Join('\n', Lines).TrimEnd();

    public void Press(char key)
    {
        lock (_gate)
        {
            _keys.Enqueue(key);
        }
    }

    /// <summary>The window changes, and the terminal keeps what was there as terminals do: somehow.</summary>
    public void Resize(int width, int height)
    {
        lock (_gate)
        {
            _size = (width, height);
            _cells = Blank(_size);
            for (int column = 0; column < width; column++)
            {
                _cells[0, column] = "x";
            }
        }
    }

    public char? ReadKey()
    {
        lock (_gate)
        {
            return _keys.Count > 0 ? _keys.Dequeue() : null;
        }
    }

    public void Write(string text)
    {
        lock (_gate)
        {
            Sent.Add(text);
            for (int i = 0; i < text.Length;)
            {
                Match escape = Escape().Match(text, i);
                if (escape.Success && escape.Index == i)
                {
                    Obey(escape.Groups[1].Value, escape.Groups[2].Value);
                    i += escape.Length;
                }
                else
                {
                    i += Put(text, i);
                }
            }
        }

        Written();
    }

    private static string[,] Blank((int Width, int Height) size)
    {
        string[,] cells = new string[size.Height, size.Width];
        for (int row = 0; row < size.Height; row++)
        {
            for (int column = 0; column < size.Width; column++)
            {
                cells[row, column] = " ";
            }
        }

        return cells;
    }

    private int Put(string text, int i)
    {
        string letter = StringInfo.GetNextTextElement(text, i);
        Assert.DoesNotContain(letter, char.IsControl);
        int width = Cells.Of(letter);
        Assert.True(_cursor.Column + width <= _size.Width, $"'{letter}' would stand behind the edge of the screen.");
        _cells[_cursor.Row, _cursor.Column] = letter;
        if (width == 2)
        {
            _cells[_cursor.Row, _cursor.Column + 1] = Filled;
        }

        _cursor.Column += width;
        return letter.Length;
    }

    private void Obey(string arguments, string command)
    {
        switch (arguments + command)
        {
            case "?1049h":
                IsAlternate = true;
                break;
            case "?1049l":
                IsAlternate = false;
                break;
            case "?25l" or "?25h":
                IsCursorShown = command == "h";
                break;
            case "?7l" or "?7h":
                BreaksLines = command == "h";
                break;
            case "2J":
                _cells = Blank(_size);
                break;
            case "K":
                for (int column = _cursor.Column; column < _size.Width; column++)
                {
                    _cells[_cursor.Row, column] = " ";
                }

                break;
            case var _ when command == "H":
                int[] place = [.. arguments.Split(';').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
                Assert.InRange(place[0], 1, _size.Height);
                _cursor = (place[0] - 1, place[1] - 1);
                break;
            case var _ when command == "m":
                break;
            default:
                Assert.Fail($"ESC[{arguments}{command} is nothing that the module should send.");
                break;
        }
    }

    [GeneratedRegex("\u001b\\[([?0-9;]*)([A-Za-z])")]
    private static partial Regex Escape();
}
