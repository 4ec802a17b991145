#if NETFRAMEWORK
// What tests use and .NET Framework does not have, where .NET has it.
namespace System
{
    internal static class StringPolyfills
    {
        extension(string)
        {
            public static string Join(char separator, Collections.Generic.IEnumerable<string?> values) => string.Join(separator.ToString(), values);
        }

        public static string Replace(this string text, string old, string with, StringComparison comparison) =>
            comparison == StringComparison.Ordinal ? text.Replace(old, with) : throw new NotSupportedException();
    }
}

namespace System.Linq
{
    internal static class OrderPolyfill
    {
        public static IOrderedEnumerable<T> Order<T>(this Collections.Generic.IEnumerable<T> items, Collections.Generic.IComparer<T>? comparer = null) => items.OrderBy(static item => item, comparer);
    }
}

namespace System.Net.Http
{
    internal static class ContentPolyfill
    {
        public static Threading.Tasks.Task<string> ReadAsStringAsync(this HttpContent content, Threading.CancellationToken cancellationToken) =>
            cancellationToken.IsCancellationRequested ? Threading.Tasks.Task.FromCanceled<string>(cancellationToken) : content.ReadAsStringAsync();
    }
}
#endif
