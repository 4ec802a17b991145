using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LiveStation.PowerShell.Tests.Channels;

public class ServiceUrlTests
{
    [Fact]
    public void The_addresses_to_play_come_with_their_qualities()
    {
        using Studio studio = new(seed: true);

        IReadOnlyList<ServiceUrl> urls = studio.Run($"Get-LsServiceUrl {Service.News}").Quiet().Of<ServiceUrl>();

        Assert.NotEmpty(urls);
        Assert.All(urls, url =>
        {
            Assert.Equal((Service.News, ServiceUrlType.General), (url.ChannelId, url.ServiceUrlType));
            Assert.NotNull(url.Url);
            Assert.NotNull(url.Resolution);
            Assert.True(url.VideoBitrate > 0);
        });
    }

    [Fact]
    public void Thumbnails_are_one_flat_object_for_each_size_so_that_a_CSV_holds_them_all()
    {
        using Studio studio = new(seed: true);

        IReadOnlyList<ServiceUrl> urls = studio.Run($"Get-LsServiceUrl {Service.Weekly} -ServiceUrlType Thumbnail").Quiet().Of<ServiceUrl>();

        Assert.Null(urls[0].ResizedType);
        Assert.Equal(urls.Count - 1, urls.Count(url => url.ResizedType is not null));
        Assert.True(urls.Count > 1);
        Assert.Equal(urls.Count, urls.Select(url => url.Url).Distinct().Count());
        string csv = string.Join('\n', studio.Run($"Get-LsServiceUrl {Service.Weekly} THUMBNAIL | ForEach-Object {{ $_.PSObject.Properties }} | ForEach-Object {{ \"$($_.Value)\" }}").Quiet().Texts());
        Assert.All(urls, url => Assert.Contains(url.Url!.OriginalString, csv, StringComparison.Ordinal));
        Assert.DoesNotContain("System.", csv, StringComparison.Ordinal);
    }

    [Fact]
    public void Several_kinds_and_channels_come_in_the_order_in_which_they_were_asked_for()
    {
        using Studio studio = new(seed: true);

        Outcome outcome = studio.Run($"Get-LsChannel {Service.News}, {Service.PageExample} | Get-LsServiceUrl -ServiceUrlType General, Thumbnail").Quiet();

        Assert.Equal(
            [(Service.News, ServiceUrlType.General), (Service.News, ServiceUrlType.Thumbnail), (Service.PageExample, ServiceUrlType.General), (Service.PageExample, ServiceUrlType.Thumbnail)],
            outcome.Of<ServiceUrl>().Select(url => (url.ChannelId!, url.ServiceUrlType)).Distinct());
    }

    [Fact]
    public void What_is_being_published_is_one_flat_object()
    {
        using Studio studio = new(seed: true);

        StreamMetadata metadata = Assert.Single(studio.Run($"Get-LsStreamMetadata {Service.News}").Quiet().Of<StreamMetadata>());

        Assert.Equal((Service.News, 1280, 720, 30d), (metadata.ChannelId, metadata.VideoWidth, metadata.VideoHeight, metadata.VideoFps));
        Assert.True(metadata.VideoBitrate > metadata.AudioBitrate);
    }
}
