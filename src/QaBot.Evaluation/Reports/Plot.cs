using System.Globalization;
using System.Text;

namespace QaBot.Evaluation.Reports;

/// <summary>A picture with two axes, drawn as SVG; colours come from the page's style.</summary>
internal sealed class Plot
{
    /// <summary>All pictures are as wide, so that their text has one size.</summary>
    public const int Width = 440;

    private readonly StringBuilder _svg = new();
    private readonly (double Left, double Top, double Right, double Bottom) _area;

    /// <summary>Begins a picture.</summary>
    /// <param name="label">What it shows, for those who do not see it.</param>
    /// <param name="height">Its height.</param>
    public Plot(string label, int height)
    {
        _area = (48, 12, Width - 14, height - 44);
        _svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {height}\" role=\"img\" aria-label=\"{Html.Text(label)}\">");
    }

    /// <summary>The horizontal place of a share, 0 to 1.</summary>
    public double X(double share) => _area.Left + (share * (_area.Right - _area.Left));

    /// <summary>The vertical place of a share, 0 to 1.</summary>
    public double Y(double share) => _area.Bottom - (share * (_area.Bottom - _area.Top));

    /// <summary>A rectangle between two corners given in shares.</summary>
    public void Bar(double fromX, double fromY, double toX, double toY, string css, string? title = null) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<rect class=\"{css}\" x=\"{Html.Number(X(fromX))}\" y=\"{Html.Number(Y(toY))}\" width=\"{Html.Number(X(toX) - X(fromX))}\" height=\"{Html.Number(Y(fromY) - Y(toY))}\">{Title(title)}</rect>");

    /// <summary>A line through points given in shares.</summary>
    public void Line(IEnumerable<(double X, double Y)> points, string css, string? title = null) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<polyline class=\"{css}\" points=\"{string.Join(' ', points.Select(p => $"{Html.Number(X(p.X))},{Html.Number(Y(p.Y))}"))}\">{Title(title)}</polyline>");

    /// <summary>A dot at a place given in shares.</summary>
    public void Dot(double x, double y, double radius, string css, string? title = null) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<circle class=\"{css}\" cx=\"{Html.Number(X(x))}\" cy=\"{Html.Number(Y(y))}\" r=\"{Html.Number(radius)}\">{Title(title)}</circle>");

    /// <summary>A text at a place given in shares, moved by units of the picture.</summary>
    public void Text(double x, double y, string text, string css, double moveX = 0, double moveY = 0) =>
        _svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{css}\" x=\"{Html.Number(X(x) + moveX)}\" y=\"{Html.Number(Y(y) + moveY)}\">{Html.Text(text)}</text>");

    /// <summary>Lines and labels at 0, 25, 50, 75 and 100 % of both axes, and what the axes are.</summary>
    public void PercentAxes(string horizontal, string vertical)
    {
        foreach (var tick in (double[])[0, 0.25, 0.5, 0.75, 1])
        {
            Line([(0, tick), (1, tick)], "grid");
            Text(0, tick, Html.Of($"{tick * 100:0} %"), "tick end", moveX: -6, moveY: 4);
            Text(tick, 0, Html.Of($"{tick * 100:0} %"), tick == 1 ? "tick end" : tick == 0 ? "tick" : "tick mid", moveX: tick == 1 ? 8 : 0, moveY: 17);
        }

        Text(0.5, 0, horizontal, "axis mid", moveY: 36);
        Text(0, 1, vertical, "axis", moveX: 6, moveY: 14);
    }

    /// <summary>The finished picture.</summary>
    public override string ToString() => _svg + "</svg>";

    private static string Title(string? title) => title is null ? "" : $"<title>{Html.Text(title)}</title>";
}
