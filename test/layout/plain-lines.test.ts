import { describe, expect, test } from 'vitest'
import { fieldsIn, indicatorsIn, projectsIn } from '../support/said-of-text.ts'

const lines = (...all: readonly string[]): string => all.join('\n')

describe('lines of names with their values', () => {
  test('are indicators behind the goal, in each of several forms', () => {
    const text = lines(
      '项目名称：河堤割草',
      '预算金额：3万元',
      '绩效目标：让12公里河堤整洁好走。',
      '割草面积：60亩',
      '割草次数：3次/年',
      '沿河居民满意度：≥88%',
      '----------',
      '项目名称：码头护栏',
      '预算金额：1.5万元',
      '绩效目标：防止行人落水。',
      '新装护栏：140米',
      '每米造价：≤100元/米',
    )
    expect(fieldsIn(text)).toEqual([
      '河堤割草 | 3万元 | 让12公里河堤整洁好走。',
      '码头护栏 | 1.5万元 | 防止行人落水。',
    ])
    expect(indicatorsIn(text)).toEqual([
      '割草面积 / 60亩',
      '割草次数 / 3次/年',
      '沿河居民满意度 / ≥88%',
      '新装护栏 / 140米',
      '每米造价 / ≤100元/米',
    ])
  })

  test('are indicators under a label that nobody knows, set off by blanks or dots', () => {
    const text = (gap: string): string =>
      lines(
        '某乡2024年开支绩效说明',
        '开支事项：村口电子屏',
        '用款：2.4万元',
        '想要的结果：通知及时传到每家每户，少跑冤枉路。',
        '怎么考核：',
        `更换电子屏${gap}6块`,
        `播放时间${gap}每天4小时`,
        `故障修复${gap}≤24小时`,
        '2024年3月1日',
      )
    for (const gap of ['　', '…………', '......'])
      expect(indicatorsIn(text(gap))).toEqual([
        '更换电子屏 / 6块',
        '播放时间 / 每天4小时',
        '故障修复 / ≤24小时',
      ])
    expect(fieldsIn(text('　'))).toEqual(['村口电子屏 | 2.4万元 | 通知及时传到每家每户，少跑冤枉路。'])
  })

  test('are fields of the form in front of the goal, and no indicators where headings stand over others', () => {
    const text = lines(
      '项目名称：河堤割草',
      '受益人数：300人',
      '受益村庄：4个',
      '预算金额：3万元',
      '绩效目标：让河堤整洁好走。',
      '产出指标',
      '数量指标：割草面积60亩',
    )
    expect(indicatorsIn(text)).toEqual(['产出指标 / 数量指标 / 割草面积 / 60亩'])
  })
})

test('lines may print the words of the header in front of each cell', () => {
  const text = lines(
    '项目名称：泵站检修',
    '预算金额：20万元',
    '绩效目标：汛期泵站随开随转。',
    '一级指标：产出指标；二级指标：数量指标；三级指标：检修水泵；指标值：6台',
    '一级指标：产出指标；二级指标：质量指标；三级指标：一次试车合格率；指标值：≥95%',
    '一级指标：效益指标；二级指标：社会效益指标；三级指标：防汛能力；指标值：增强',
  )
  expect(fieldsIn(text)).toEqual(['泵站检修 | 20万元 | 汛期泵站随开随转。'])
  expect(indicatorsIn(text)).toEqual([
    '产出指标 / 数量指标 / 检修水泵 / 6台',
    '产出指标 / 质量指标 / 一次试车合格率 / ≥95%',
    '效益指标 / 社会效益指标 / 防汛能力 / 增强',
  ])
})

test('rows of a form may have the heading in front of the name', () => {
  const text = lines(
    '项目名称\t药箱补充',
    '金额\t6000元',
    '年度目标\t村民小病就近有药。',
    '数量指标：补充药箱\t30只',
    '质量指标：药品过期\t0盒',
    '满意度指标：村民满意度\t≥90%',
  )
  expect(indicatorsIn(text)).toEqual([
    '数量指标 / 补充药箱 / 30只',
    '质量指标 / 药品过期 / 0盒',
    '满意度指标 / 村民满意度 / ≥90%',
  ])
})

test('traditional characters of labels and headings are read as simplified ones', () => {
  const text = lines(
    '項目名稱\t巷道照明\t資金總額\t2.5萬元',
    '年度目標\t夜間出行安全',
    '一級指標\t二級指標\t三級指標\t指標值',
    '產出指標\t數量指標\t加裝路燈\t25盞',
    '效益指標\t社會效益指標\t夜間治安\t好轉',
  )
  expect(fieldsIn(text)).toEqual(['巷道照明 | 2.5萬元 | 夜間出行安全'])
  expect(indicatorsIn(text)).toEqual([
    '產出指標 / 數量指標 / 加裝路燈 / 25盞',
    '效益指標 / 社會效益指標 / 夜間治安 / 好轉',
  ])
})

test('a numbered heading that speaks of money has it in the line below, whatever its words are', () => {
  const text = lines(
    '关于湖岸步道项目绩效目标的公告',
    '一、项目名称',
    '湖岸步道修补',
    '二、经费来源与数额',
    '县级财政预算安排46万元。',
    '三、绩效目标',
    '修补步道，方便行人。',
    '四、绩效指标',
    '1.数量指标：修补步道900米；',
    '2.质量指标：一次验收合格率≥98%；',
    '3.满意度指标：行人满意度≥90%。',
  )
  expect(fieldsIn(text)).toEqual(['湖岸步道修补 | 46万元 | 修补步道，方便行人。'])
})

test('words for the plan between name and value are none of the name, and results stand behind', () => {
  const text = lines(
    '某县湖岸步道项目2023年度绩效自评报告',
    '一、绩效目标分解下达情况',
    '(一)资金安排情况。2023年湖岸步道项目预算数46万元,其中:省级补助资金20万元,市级补助资金16万元,其他资金(含结转)10万元。',
    '二、绩效指标完成情况',
    '1.产出指标。数量指标方面,修补步道长度目标值不少于900米,实际完成930米;新增座椅目标值为12张,实际完成12张。',
    '质量指标方面,一次验收合格率年初任务数98%,实际完成100%。',
    '2.满意度指标。服务对象满意度指标方面,行人满意度目标值不低于90%,实际完成93%。',
  )
  expect(indicatorsIn(text).map((line) => line.split(' / ').slice(-2).join(' / '))).toEqual([
    '修补步道长度 / 不少于900米',
    '新增座椅 / 12张',
    '一次验收合格率 / 98%',
    '行人满意度 / 不低于90%',
  ])
  expect(projectsIn(text).flatMap(({ funding }) => funding.map(({ level }) => level))).toEqual([1, 1, 1])
})

test('a glued text may begin its lines with labels of two characters, or print them over their values', () => {
  const rows = [
    '产出指标数量指标检修水泵≥6台',
    '质量指标一次试车合格率≥95%',
    '满意度指标服务对象满意度指标农户满意度≥90%',
  ]
  const glued = lines('项目名称：泵站检修', '资金：12.5万元', '绩效目标：检修泵站，保证汛期排水。', ...rows)
  expect(fieldsIn(glued)).toEqual(['泵站检修 | 12.5万元 | 检修泵站，保证汛期排水。'])
  const apart = lines(
    ...['某乡水利站项目绩效目标表', '项目名称', '泵站检修', '资金（万元）', '12.5'],
    ...['年度目标', '检修泵站6座，保证汛期排水', '产出指标', '数量指标', '检修水泵', '≥6台'],
    ...['质量指标', '一次试车合格率', '≥95%', '满意度指标', '服务对象满意度指标', '农户满意度', '≥90%'],
  )
  expect(fieldsIn(apart)).toEqual(['泵站检修 | 12.5 | 检修泵站6座，保证汛期排水'])
})
