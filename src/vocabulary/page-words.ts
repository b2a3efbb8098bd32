/** Words that pages on the web print around a text (SYS). */

/** A line of what stands below a text, and is no part of it. */
export const PAGE_FURNITURE =
  /^(?:(?:相关)?附件(?:下载)?:?$|[上下]一[篇条](?::|$)|扫一扫|手机扫码|[[【](?:打\s?印|关\s?闭)(?:本页|此页|页面|窗口)?[\]】]|(?:(?:打印|关闭)(?:本页|此页|页面|窗口)?\s?){1,2}$|分享(?:到|至)?:?$|返回顶部$|相关(?:推荐|链接|文章|阅读|新闻)|客服电话|网站地图$|联系我们$|主办(?:单位)?:|版权所有|网站标识码|qrcode$)/
