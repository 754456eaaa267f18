using System.Security.Cryptography;

namespace QaBot.Text;

/// <summary>Hashes as they are written everywhere: <c>sha256:</c> and lower-case hexadecimal digits.</summary>
public static class ContentHash
{
    private const string Algorithm = "sha256:";

    /// <summary>The hash of some bytes.</summary>
    public static string Of(ReadOnlySpan<byte> bytes) => Algorithm + Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>The digits of a hash, or their beginning.</summary>
    /// <param name="hash">The hash.</param>
    /// <param name="most">At most so many.</param>
    public static string Digits(string hash, int most = int.MaxValue)
    {
        ArgumentNullException.ThrowIfNull(hash);
        var digits = hash.StartsWith(Algorithm, StringComparison.Ordinal) ? hash[Algorithm.Length..] : hash;
        return digits[..Math.Min(most, digits.Length)];
    }
}
