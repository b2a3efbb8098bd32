import fc from 'fast-check'

/** Headers and rows of tables with a row for each indicator, and of forms. */
const TABLES = [
  '项目名称\t金额(万元)\t绩效目标\t一级指标\t二级指标\t三级指标\t指标值\t分值\n',
  '项目名称\t绩效目标\t绩效指标\t\t\t\t\t\n\t\t一级指标\t二级指标\t三级指标\t指标性质\t指标值\t度量单位\n',
  '项目名称\t三级指标\t指标值\n东区\t西区\n',
  '主管部门\t项目名称\t指标名称\t甲县\t乙县\n',
  '绩效指标\t一级指标\t二级指标\t三级指标\t指标值\t三级指标\t指标值\n',
  '项目名称\t河道清淤\n',
  '项目资金\t实施期资金总额\t9.00\t年度资金总额\t4.00\n\t其中:财政拨款\t3\t其他资金\t1\n',
  '绩效目标\t实施期目标\t年度目标\n',
  '年度目标\t清淤3公里。\n',
  '河道清淤\t4.00\t清淤3公里\t产出指标\t数量指标\t清淤长度\t≥3公里\t10\n',
  '\t\t\t\t质量指标\t合格率(≥**%)\t95\t\n',
  '满意度指标\t满意度指标\t群众满意度\t工\t90\t%\n',
  '\t\t1.培训人数 2.期数\t1.40人 2.3期\n',
  '指标\t人数\t人\n',
]

/** Pieces of filings, whole and broken, that properties put together in any order. */
const FRAGMENTS = [
  ...'\t|\n|\r\n|\r| |  |\u00a0|\u3000|\u200b'.split('|'),
  ...'<p>|</p>|<br>|<br/>|<b>|</b>|<p|</|<|>|<!--|-->|<甲级>|<O&M>|<P CLASS="a">|<td>|<![CDATA['.split('|'),
  ...'&nbsp;|&ge;|&lt;|&amp;|&|&#65;|&#x4e00;|&unknown;|&ge'.split('|'),
  ...'"|""|“|”|(|)|（|）|【|】|[|]|:|：|;|；|,|，|。|、|.|-|/|*|#|# |…'.split('|'),
  ...'一、|二、|(一)|（二）|㈠|1.|2.|1、|(1)|（2）|①|⑴|⒈|1.1|1.1.1|目标1:|目标二：|指标1:|★|·|第一|十一、'.split(
    '|',
  ),
  ...'产出指标|数量指标|(一)数量指标|质量指标:|成本指标|效益指标|社会效益|满意度指标|产出指标-数量指标|数 量指标'.split(
    '|',
  ),
  ...'培训人数|合格率|健全性|清淤长度|服务管理工 作|河道清淤|某县水务局|其中|控制在|2022年'.split('|'),
  ...'≥40人|≤5%|100%|≥ 95 %|3.25万元|3期|>=|不少于|5～10天|2022年12月底前|≥2021年实际值|健全|≥**株|(10分)|40'.split(
    '|',
  ),
  ...'合计|合 计|小计|4.00|264.79|1,030.00|-|301|301001|776001-|[042]|特定目标类'.split('|'),
  ...'单位编码\t单位及项目名称\t金额(万元)\t绩效目标\t绩效指标\n|项目名称\t金额\t绩效目标\t绩效指标\n|单位名称\t项目名称\t金额\t绩效目标\t绩效指标\t备注\n'.split(
    '|',
  ),
  ...'某县2022年项目支出绩效目标公开表\n|单位:元\n|注:本表由单位填报。\n|\t河道清淤\t4.00\t目标1:清淤。\t一、产出指标\n'.split(
    '|',
  ),
  ...TABLES,
]

/** Any mixture of pieces of filings, now and then with something else between. */
export const anyMixture = (maxLength = 60): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 12, arbitrary: fc.constantFrom(...FRAGMENTS) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
      ),
      { maxLength },
    )
    .map((pieces) => pieces.join(''))
