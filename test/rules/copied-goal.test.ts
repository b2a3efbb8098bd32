import { copiedGoal } from '../../src/rules/copied-goal.ts'
import { filing, projectRow, testRule } from '../support/test-rule.ts'

const GOAL = '目标1:及时修复损坏的路灯，保障群众夜间出行安全。'
const other = { 数量: ['购置图书 ≥800册'] }

testRule(copiedGoal, {
  valid: [
    {
      name: 'short goals with other numbers, and shares that are the same by chance',
      table: filing(
        projectRow({ name: '甲', goal: '展示示范农作物新品种10个以上。' }),
        projectRow({ name: '乙', goal: '展示示范农作物新品种12个以上。', indicators: other }),
        projectRow({ name: '丙', goal: '全年各项工作任务完成率100%。' }),
        projectRow({ name: '丁', goal: '全年各项工作任务完成率100%。', indicators: { 数量: ['巡查 ≥8次'] } }),
      ),
    },
    {
      name: 'goals of their own',
      table: filing(
        projectRow({ name: '路灯维修', goal: GOAL }),
        projectRow({ name: '图书采购', goal: '目标1:采购图书，充实县图书馆的馆藏。', indicators: other }),
      ),
    },
    {
      name: 'short texts that are the same by chance',
      table: filing(
        projectRow({ name: '办公经费', goal: '目标1:保障机构正常运转。' }),
        projectRow({ name: '车辆经费', goal: '目标1:保障机构正常运转。', indicators: other }),
      ),
    },
    {
      name: 'one project in two tables',
      table: filing(
        projectRow({ name: '路灯维修', goal: GOAL }),
        projectRow({ name: '路灯维修', goal: GOAL }),
      ),
    },
    {
      name: 'the same measure beside others of its own',
      table: filing(
        projectRow({ name: '图书采购', indicators: { 数量: ['购置图书 ≥800册', '开展阅读活动 ≥4场'] } }),
        projectRow({ name: '档案整理', indicators: { 数量: ['购置图书 ≥800册', '整理文书档案 ≥300卷'] } }),
      ),
    },
  ],
  invalid: [
    {
      name: 'a copy that still names the project it was made for',
      table: filing(
        projectRow({
          name: '⟨食品安全抽检⟩',
          goal: '目标1:完成食品安全抽检300批次，处置不合格食品，保障群众饮食安全。',
        }),
        projectRow({
          name: '⟦特种设备检定⟧',
          goal: '目标1:完成食品安全抽检300批次，处置不合格食品，保障群众饮食安全。',
          indicators: other,
        }),
      ),
      problems: [/^项目“特种设备检定”的绩效目标与项目“食品安全抽检”相同/],
    },
    {
      name: 'the same goal',
      table: filing(
        projectRow({ name: '⟨路灯维修⟩', goal: GOAL }),
        projectRow({ name: '⟦道路保洁⟧', goal: GOAL, indicators: other }),
      ),
      problems: [{ message: '项目“道路保洁”的绩效目标与项目“路灯维修”相同', severity: 'info' }],
    },
    {
      name: 'goals that differ in the name of the project and in numbers',
      table: filing(
        projectRow({
          name: '城东小学营养餐',
          goal: '目标1:做好城东小学营养餐工作，让560名学生吃得安全、吃得营养。',
        }),
        projectRow({
          name: '⟦城西小学营养餐⟧',
          goal: '目标1:做好城西小学营养餐工作，让1,230名学生吃得安全、吃得营养。',
          indicators: other,
        }),
      ),
      problems: [/^项目“城西小学营养餐”的绩效目标/],
    },
    {
      name: 'the same indicators with other numbers',
      table: filing(
        projectRow({ name: '甲', indicators: { 数量: ['购置数字资源 ≥80册', '举办全县读者沙龙活动 ≥4场'] } }),
        projectRow({
          name: '⟦乙⟧',
          goal: '目标1:办好流动图书车。',
          indicators: { 数量: ['购置数字资源 ≥60册', '举办全县读者沙龙活动 ≥9场'] },
        }),
      ),
      problems: ['项目“乙”的绩效指标与项目“甲”相同'],
    },
    {
      name: 'copied twice',
      table: filing(
        projectRow({ name: '⟨甲⟩', goal: GOAL }),
        projectRow({ name: '⟦乙⟧', goal: GOAL }),
        projectRow({ name: '⟦丙⟧', goal: GOAL, indicators: other }),
      ),
      problems: [/“乙”.*“甲”/, /“丙”.*“甲”/],
    },
    {
      name: 'a short goal that counts something, with the same number',
      table: filing(
        projectRow({ name: '⟨新品种展示⟩', goal: '展示示范农作物新品种10个以上。' }),
        projectRow({ name: '⟦耕地保护⟧', goal: '展示示范农作物新品种10个以上。', indicators: other }),
      ),
      problems: [/“耕地保护”/],
    },
  ],
})
